import type { EventOf, Order, OrderEvent } from './order'
import { contactAt } from './order-contact'
import { namesOf } from './order-guards'
import { standingOf, step } from './order-log'
import type { OrderTerms, Standing } from './order-standing'
import { toldByDesk } from './order-notice-kept'
import { correctedLines, leftLines } from './order-notice-lines'
import type { Addressee, Line, OrderNotice } from './order-told'

export interface OrderOwed {
  to: Addressee
  kind: OrderNotice
  cause: string
  at: number
  startsAt?: number
  reason?: string
}

/**
 * What the log owes to whom, from its event number `from` on. It follows from the log alone, so however often it is
 * told, and cut short where it may, the same entries come of it.
 */
export function orderOwed(order: Order, from: number): OrderOwed[] {
  const owed: OrderOwed[] = []
  const seen = new Set<string>()
  let before: Standing | null = null
  for (const [index, event] of order.events.entries()) {
    if (seen.has(event.id)) continue
    seen.add(event.id)
    const after: Standing | null = before ? step(order, before, event) : standingOf(order satisfies OrderTerms, [event])
    if (!after) continue
    if (index >= from) owed.push(...owedAfter(order, before, event, after))
    before = after
  }
  return owed
}

function owedAfter(order: Order, before: Standing | null, event: OrderEvent, after: Standing): OrderOwed[] {
  // Nobody is told what they did themselves; that one may not serve any more others did.
  const gone = (event.kind === 'handed-on' || event.kind === 'left') && event.gone === true
  const lines = [...linesOf(order, before, event, after), ...quietly(event)].filter(
    ([to]) => gone || !(typeof to === 'object' && 'member' in to && to.member === event.by),
  )
  return (order.kept ? toldByDesk(order.holder, lines) : lines).map(([to, kind, more]) => ({
    to,
    kind,
    cause: event.id,
    at: event.at,
    ...(more?.startsAt !== undefined && { startsAt: more.startsAt }),
    // What was written may be for the social workers only: they read it on the order.
    ...(more?.reason && !event.quiet && { reason: more.reason }),
  }))
}

/** Nobody else reads it, so the desk hears that something was written; of a complaint and a no it hears anyway. */
const quietly = ({ kind, quiet }: OrderEvent): Line[] =>
  quiet && kind !== 'complained' && kind !== 'declined' ? [['desk', 'order-quiet']] : []

function linesOf(order: Order, before: Standing | null, event: OrderEvent, after: Standing): Line[] {
  const holder: Addressee = { member: order.holder }
  const serving = after.takers.length > 0 ? after.takers : (before?.takers ?? [])
  const takers = serving.filter((each) => !after.left.includes(each)).map((member) => ({ member }))
  const all = (kind: OrderNotice, more?: Line[2]): Line[] => takers.map((each) => [each, kind, more])
  const time = after.slot ? { startsAt: after.slot.startsAt } : {}
  const staff: Line[] = after.state === 'triage' ? [['desk', 'order-new']] : []
  switch (event.kind) {
    case 'placed':
      // Of what others place in their name they hear themselves.
      return [...staff, ...(order.kept ? [] : ([[holder, 'order-for-you']] as Line[]))]
    case 'opened':
      return lost(before, after, holder)
    case 'assigned':
      return [
        ...asked(after).map((each): Line => [each, 'order-asked']),
        ...(after.state === 'accepted' ? ([[holder, 'order-taken']] as Line[]) : []),
        ...lost(before, after, holder),
      ]
    case 'taken':
      return after.state === before?.state ? [] : [[holder, 'order-taken', time], ...all('order-taken', time)]
    case 'declined':
      return [['desk', 'order-again', event], ...lost(before, after, holder)]
    case 'handed-on':
      return handedOn(event, holder, before, after, staff)
    case 'scheduled':
      return [[holder, 'order-time', { ...time, reason: event.reason }], ...all('order-time', time)]
    case 'sent':
      return [[holder, 'order-sent', { ...time, reason: event.names }]]
    case 'moved':
      return [...asked(after), ...takers].map((each) => [
        each,
        'order-moved',
        { startsAt: event.wants.startsAt, reason: event.reason },
      ])
    case 'missed':
      if (event.who === 'partner') return [...partnerMissed(before, holder), ...(staff.length > 0 ? staff : [desk])]
      return [[holder, 'order-missed'], ...all('order-missed'), ...staff]
    case 'left':
      return leftLines(order, event, after, takers)
    case 'ended':
      return order.kept ? [['desk', 'order-served']] : [[holder, 'order-served']]
    case 'confirmed':
      return all('order-confirmed')
    case 'complained':
      return [['desk', 'order-complained'], ...all('order-complained')]
    case 'held':
      return [...staff, ...lost(before, after, holder)]
    case 'redone':
      return [[holder, 'order-again', event]]
    case 'cancelled':
      return [
        ...kept(order, before, event),
        [holder, 'order-cancelled', event],
        ...[...asked(before), ...takers].map((each): Line => [each, 'order-cancelled', event]),
      ]
    case 'restored':
      return [[holder, 'order-restored'], ...all('order-restored')]
    case 'guided':
      return [[holder, guidedAs(event), { reason: event.where }], ...all('order-cancelled')]
    case 'corrected':
      return correctedLines(order, event, after)
    case 'reported':
      // Whoever goes next must be safe, and whoever was found unwell looked after, though the order is closed.
      return event.how === 'well' ? [] : [['desk', 'order-report']]
    case 'overdue':
      return late(order, event, before, after, holder, takers)
    default:
      return []
  }
}

/** Of who may serve no more they hear it themselves as well, and the desk, which has to find somebody else by then. */
function handedOn(
  event: EventOf<'handed-on'>,
  holder: Addressee,
  before: Standing | null,
  after: Standing,
  staff: Line[],
): Line[] {
  const others = (before?.takers ?? []).filter((member) => member !== event.by)
  const lines: Line[] = [
    [holder, 'order-again', event],
    // The other one keeps their place and waits for somebody else, or has lost it.
    ...others.map(
      (member): Line => [{ member }, after.takers.includes(member) ? 'order-again' : 'order-cancelled', event],
    ),
  ]
  if (!event.gone) return [...lines, ...staff]
  return [...lines, [{ member: event.by }, 'order-cancelled'], ...(staff.length > 0 ? staff : [desk])]
}

const desk: Line = ['desk', 'order-again']

/** Who had it hears that they have it no more, and its resident that somebody else is asked. */
function lost(before: Standing | null, after: Standing, holder: Addressee): Line[] {
  const gone = (before?.takers ?? []).filter((member) => !after.takers.includes(member))
  return gone.length === 0
    ? []
    : [[holder, 'order-again'], ...gone.map((member): Line => [{ member }, 'order-cancelled'])]
}

/** Who is asked and has not answered, as the guard field names them. */
const asked = (standing: Standing | null): { asked: string }[] =>
  standing?.state === 'offered' && standing.to
    ? namesOf(standing.to).flatMap((name) => (isTaker(standing, name) ? [] : [{ asked: name }]))
    : []

const isTaker = ({ takers }: Standing, name: string): boolean => takers.some((each) => name === `member:${each}`)

/** Who was to ring about what was for the social workers only by then hears that it is wanted no more. */
const kept = (order: Order, before: Standing | null, event: OrderEvent): Line[] =>
  event.by === order.holder && (before?.rules.locked || before?.route !== 'volunteers')
    ? [['desk', 'order-cancelled']]
    : []

/** One was at the door alone: the resident waits anew, who stayed away hears that it is not theirs any more. */
function partnerMissed(before: Standing | null, holder: Addressee): Line[] {
  const away = (before?.takers ?? []).filter((member) => !before?.here.includes(member))
  return [[holder, 'order-again'], ...away.map((member): Line => [{ member }, 'order-cancelled'])]
}

/** Both sides are told, and who has to act now; of a visit that does not end, whoever waits for them to come back. */
function late(
  order: Order,
  event: OrderEvent,
  before: Standing | null,
  after: Standing,
  holder: Addressee,
  takers: readonly Addressee[],
): Line[] {
  if (after.state === 'confirmed') return takers.map((each) => [each, 'order-confirmed'])
  const staff = after.owner === 'committee' ? 'committee' : 'desk'
  if (after.state === 'started' && before?.owner === 'provider') {
    const family: Line[] = order.person === order.holder ? [] : [[holder, 'order-alarm']]
    return [
      ...contactOf(order, event, 'order-alarm'),
      [staff, 'order-alarm'],
      ...family,
      ...takers.map((each): Line => [each, 'order-late']),
    ]
  }
  // It stays at the top: who is told once more is only who has to act.
  if (before?.owner === 'committee') return [[staff, 'order-late']]
  return [[staff, 'order-late'], [holder, 'order-late'], ...takers.map((each): Line => [each, 'order-late'])]
}

/**
 * Who was named when they went in, by what was done until then, and knows where they are; the desk hears of it besides,
 * since one person may be asleep or gone.
 */
function contactOf({ events }: Order, until: OrderEvent, kind: OrderNotice): Line[] {
  const contact = contactAt(events, events.indexOf(until))
  return contact === null ? [] : [[{ member: contact }, kind]]
}

/** Of a weekly one the resident hears whether the next ones come. */
const guidedAs = ({ series }: EventOf<'guided'>): OrderNotice =>
  series === undefined ? 'order-guided' : series === 'goes-on' ? 'order-guided-week' : 'order-guided-series'
