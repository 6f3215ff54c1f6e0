import { minute } from './day'
import type { Slot } from './order'

/** So long before the agreed time nobody wonders that somebody is there. */
const usual = 15 * minute

/** Whether it is worth asking who says that they have come to an agreed visit: long before its time they seldom have. */
export const isEarly = ({ startsAt }: Slot, now: number): boolean => now < startsAt - usual
