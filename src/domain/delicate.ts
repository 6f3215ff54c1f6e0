import type { Understanding } from './understanding'

/** open: neighbours and volunteers may see the words; staff-only: delicate or doubtful; emergency: whom to call, at once. */
export type Publicity = 'open' | 'staff-only' | 'emergency'

/** Below this nothing was understood well enough to show the words to others before a person has read them. */
const least = 0.06

/**
 * Who may be shown the words of a need or an order. Errs towards staff: what is delicate, what wants someone qualified,
 * and what was not understood goes to them first, who may then open it.
 */
export function publicity(text: string, { emergency, handling, concepts }: Understanding): Publicity {
  if (emergency || handling === 'emergency') return 'emergency'
  if (handling === 'staff-first' || handling === 'guide') return 'staff-only'
  const understood = text.trim().length > 1 && (concepts[0]?.score ?? 0) >= least
  return understood ? 'open' : 'staff-only'
}
