import * as v from 'valibot'
import { moveInput } from '../../domain/activity'

/** Whether a reason says enough, by the function's own schema. */
export const isReason = (text: string): boolean => v.is(moveInput.entries.reason, text)
