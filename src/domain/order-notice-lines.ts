import type { EventOf, Order } from './order'
import { contactAt } from './order-contact'
import type { Standing } from './order-standing'
import type { Addressee, Line } from './order-told'

/**
 * Somebody is in a home and may serve no more: whoever waits for them, the desk, who has it above the desk, the resident
 * and whoever went along hear of it at once; they themselves that they leave, where others took the role.
 */
export function leftLines(
  { holder, events }: Order,
  event: EventOf<'left'>,
  after: Standing,
  others: readonly Addressee[],
): Line[] {
  const waits = contactAt(events, events.indexOf(event))
  const staff: Addressee[] = [
    ...(waits !== null && waits !== event.by ? [{ member: waits }] : []),
    'desk',
    ...(after.owner === 'committee' ? (['committee'] as const) : []),
  ]
  return [
    [{ member: holder }, 'order-left'],
    ...staff.map((each): Line => [each, 'order-left-alone']),
    ...others.map((each): Line => [each, 'order-left']),
    ...(event.gone ? ([[{ member: event.by }, 'order-leave']] satisfies Line[]) : []),
  ]
}

/**
 * Where it is was said otherwise: whoever is to go hears of it, and whoever looked at what is old now, unless they gave
 * it back; who rings somebody in danger, too; and whose it is, where staff said it for them.
 */
export function correctedLines({ holder, events }: Order, event: EventOf<'corrected'>, after: Standing): Line[] {
  const isOld = (look: EventOf<'looked'>) => event.what.some((each) => (each === 'phone') === (look.what === 'phone'))
  const old = events
    .slice(0, events.indexOf(event))
    .flatMap((each) => (each.kind === 'looked' && isOld(each) ? [each.by] : []))
  const served = new Set(events.flatMap((each) => (each.kind === 'taken' ? [each.by] : [])))
  const people = new Set([...after.takers, ...old.filter((by) => !served.has(by))])
  people.delete(holder)
  const desk: Line[] = after.route === 'crisis' && event.by === holder ? [['desk', 'order-corrected']] : []
  return [
    [{ member: holder }, 'order-corrected-for', event],
    ...[...people].map((member): Line => [{ member }, 'order-corrected']),
    ...desk,
  ]
}
