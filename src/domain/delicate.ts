import { type Understanding, isUnderstood } from './understanding'

/** open: neighbours and volunteers may see the words; staff-only: delicate or doubtful; emergency: whom to call, at once. */
export type Publicity = 'open' | 'staff-only' | 'emergency'

/**
 * Who may be shown the words of a need or an order. Errs towards staff: what is delicate, what wants someone qualified,
 * and what was not understood goes to them first, who may then open it.
 */
export function publicity(text: string, understanding: Understanding): Publicity {
  const { emergency, handling } = understanding
  if (emergency || handling === 'emergency') return 'emergency'
  if (handling === 'staff-first' || handling === 'guide') return 'staff-only'
  return text.trim().length > 1 && isUnderstood(understanding) ? 'open' : 'staff-only'
}
