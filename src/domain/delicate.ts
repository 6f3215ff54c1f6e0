import type { Understanding } from './understanding'

/** open: neighbours and volunteers may see the words; staff-only: delicate or doubtful; emergency: whom to call, at once. */
export type Publicity = 'open' | 'staff-only' | 'emergency'

/** Below this nothing was understood well enough to show the words to others unseen. */
const least = 0.12

/** Who may be shown the words of a need or an order, erring towards staff. */
export function publicity(_text: string, { emergency, handling, concepts }: Understanding): Publicity {
  if (emergency || handling === 'emergency') return 'emergency'
  if (handling === 'staff-first' || handling === 'guide') return 'staff-only'
  return (concepts[0]?.score ?? 0) < least ? 'staff-only' : 'open'
}
