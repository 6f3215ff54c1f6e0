import type { Order, OrderEvent } from '../../src/domain/order'
import type { Part } from '../../src/domain/order-deed'
import type { OrderStep } from '../../src/domain/order-page'
import { isAgain } from '../../src/domain/order-weekly'
import type { MemberCall } from '../runtime/procedure'
import type { Person } from './named'
import { placedFor } from './placed-for'
import type { Sight } from './sight'

/** A step as its reader may know it; nothing where it is not theirs. */
export function stepOf(
  { self }: MemberCall,
  order: Order,
  event: OrderEvent,
  sight: Sight,
  parts: readonly Part[],
  names: ReadonlyMap<string, Person>,
): OrderStep[] {
  const { holder, events } = order
  const me = event.by === self
  const desk = parts.includes('desk')
  if (event.kind === 'reported' && !me && !desk) return []
  // Who looked is for whose it is, and for the desk.
  if (event.kind === 'looked' && !me && !desk && !parts.includes('holder')) return []
  if (!sight.log && !me && event.kind !== 'placed' && event.kind !== 'overdue' && event.kind !== 'held') return []
  const took = events.some(({ kind, by: who }) => kind === 'taken' && who === event.by)
  const by = sideOf(event, holder, names, took)
  const named = by === 'provider' || (by === 'staff' && (desk || parts.includes('holder')))
  // The committee decides about a complaint that came up to it, so it reads it.
  const decides = event.kind === 'complained' && parts.includes('above') && order.route === 'volunteers'
  const text = sight.log || me ? textOf(event, me || desk || decides) : null
  // What is for the social workers only they read, who wrote it, and of what staff wrote whose order it is.
  const shown = !event.quiet || me || desk || (by === 'staff' && parts.includes('holder'))
  return [
    {
      id: event.id,
      at: event.at,
      kind: event.kind,
      by,
      name: named || me ? (names.get(event.by)?.name ?? null) : null,
      me,
      placedFor: event.kind === 'placed' ? placedFor(event, order, self, sight.name, names) : null,
      text: shown ? text : null,
      quiet: text !== null && !shown,
      slot: event.kind === 'scheduled' ? event.slot : event.kind === 'moved' ? event.wants : null,
      missed: event.kind === 'missed' ? event.who : null,
      report: event.kind === 'reported' ? event.how : null,
      what: event.kind === 'looked' ? [event.what] : event.kind === 'corrected' ? event.what : [],
    },
  ]
}

function sideOf(event: OrderEvent, holder: string, names: ReadonlyMap<string, Person>, took: boolean): OrderStep['by'] {
  if (event.kind === 'placed' && isAgain(event.id)) return 'time'
  if (event.kind === 'overdue' || event.kind === 'held' || (event.kind === 'confirmed' && event.how === 'silence'))
    return 'time'
  if (event.by === holder) return 'resident'
  const serves = [
    'taken',
    'declined',
    'handed-on',
    'scheduled',
    'sent',
    'started',
    'left',
    'ended',
    'reported',
  ].includes(event.kind)
  if (event.kind === 'looked') return took ? 'provider' : 'staff'
  // Staff agree a time, say who is sent and end a visit for who serves.
  const forThem =
    (event.kind === 'scheduled' || event.kind === 'sent' || event.kind === 'ended') && !took && names.has(event.by)
  if (forThem) return 'staff'
  if (serves || (event.kind === 'missed' && event.who === 'resident')) return 'provider'
  return names.get(event.by) === undefined ? 'resident' : 'staff'
}

/** What was written with a step. Why staff let something pass, and what was noted of a visit, is for the desk. */
function textOf(event: OrderEvent, desk: boolean): string | null {
  switch (event.kind) {
    case 'passed':
    case 'complained':
    case 'declined':
      return desk ? event.reason : null
    case 'handed-on':
    case 'redone':
    case 'cancelled':
    case 'scheduled':
    case 'moved':
    case 'corrected':
      return event.reason
    case 'sent':
      return event.names
    case 'guided':
      return event.where
    case 'rated':
      return desk || event.shown ? event.comment : null
    case 'reported':
      return event.note
    default:
      return null
  }
}
