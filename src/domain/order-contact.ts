import type { OrderEvent } from './order'

/** Whom this log names last before `until`, or at its end: who was named at the door, else who sent them. */
export function contactAt(events: readonly OrderEvent[], until = events.length): string | null {
  const before = events.slice(0, until).reverse()
  const named = before.find((event) => event.kind === 'started' && event.contact !== undefined)
  if (named?.kind === 'started' && named.contact !== undefined) return named.contact
  return before.find(({ kind }) => kind === 'opened' || kind === 'assigned')?.by ?? null
}
