import type { Slot } from '../domain/order'
import { rangeWords } from './time'

/** Before somebody says that they have come, long before the agreed time. */
export const earlyQuestion = ({ startsAt, endsAt }: Slot, now: number, elder: boolean) => ({
  title: '真的到了吗？',
  text: elder
    ? `还没到约好的时间（${rangeWords(startsAt, endsAt, now)}）。到门口了再点。`
    : `还没到约好的时间（${rangeWords(startsAt, endsAt, now)}）。到了门口再点：点了就开始算时间，也会告诉社工。`,
  ok: '真的到了',
  cancel: '还没到',
  mild: true,
})
