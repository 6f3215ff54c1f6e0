import { engagementOf } from '../../cloudfunctions/order/hold'
import { itemOf } from '../../cloudfunctions/order/item'
import { memberId } from '../../cloudfunctions/runtime/caller'
import { isMinor } from '../../src/domain/age'
import { day, hour, startOfDay } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import type { OfferedTo, Order, OrderEvent, OrderState, Score } from '../../src/domain/order'
import { isLocked, type OrderItem, routeOf } from '../../src/domain/order-item'
import { guardsOf } from '../../src/domain/order-guards'
import { standingOf } from '../../src/domain/order-log'
import orders from './content/orders.json'

/** What of an order the content tells: who, what, on which day, how far it is and who serves. Day 0 is a while ago. */
interface OrderContent {
  id: string
  resident: string
  /** The relative for whom it is; nobody where it is for the resident. */
  for?: string
  item: string
  day: number
  state: OrderState
  takers: string[]
  /** Whom their organisation sends. */
  sent?: string[]
  score?: number
}

const content = orders as OrderContent[]

/** The orders of the demo centre, as they would stand at `now`; each has the log that brought it there. */
export function orderSeed(centre: string, now: number, members: ReadonlyMap<string, Member>): Order[] {
  return content.map((each) => orderOf(centre, each, now, members))
}

/** What is agreed takes the time of who serves, as it does when they agree it. */
export function keepTimes(orders: readonly Order[], members: readonly Member[]): void {
  for (const order of orders)
    for (const hold of standingOf(order, order.events)?.holds ?? [])
      members.find(({ _id }) => _id === hold.member)?.calendar.push(engagementOf(order, hold, order.placedAt))
}

function orderOf(centre: string, of: OrderContent, now: number, members: ReadonlyMap<string, Member>): Order {
  const item = itemOf(of.item)
  const holder = members.get(of.resident)
  if (!item || !holder) throw new Error(`the content's order ${of.id} names ${of.item} and ${of.resident}`)
  const relative = holder.family.find(({ id }) => id === `${holder._id}.${of.for}`)
  if (of.for !== undefined && !relative) throw new Error(`the content's order ${of.id} is for ${of.for}`)
  const { band } = relative ?? holder
  const { route } = routeOf(item, null, false)
  const placedAt = of.day === 0 ? now - 2 * hour : startOfDay(now) + of.day * day + 10 * hour
  const facts = {
    _id: of.id,
    centre,
    item: item.code,
    category: item.category,
    title: item.name,
    holder: holder._id,
    person: relative?.id ?? holder._id,
    band,
    ...(item.consent && isMinor(band) && { agreed: 'holder' as const }),
    building: holder.building,
    kept: false,
    reach: 'app' as const,
    home: item.home,
    minutes: item.minutes,
    need: item.pair ? (2 as const) : (1 as const),
    locked: isLocked(item),
    repeat: null,
    placedAt,
  }
  const placed: OrderEvent = {
    id: `${of.id}-placed`,
    at: placedAt,
    by: holder._id,
    kind: 'placed',
    route,
    start: of.state === 'open' && isAtOnce(item) ? 'open' : 'triage',
    wants: null,
  }
  const events = [placed, ...laterOf(centre, of, holder, members, now, placedAt)]
  const standing = standingOf(facts, events)
  if (standing?.state !== of.state) throw new Error(`the content's order ${of.id} is ${standing?.state}`)
  return {
    ...facts,
    ...guardsOf(standing, events.length),
    keeps: false,
    repeatDue: false,
    countDue: false,
    told: events.length,
    toTell: false,
    events,
  }
}

/** Whether it is up for volunteers without staff: what is for children they look at first. */
const isAtOnce = ({ anyone, minors }: OrderItem): boolean => anyone && !minors

/** What became of it, step by step, some hours apart. */
function laterOf(
  centre: string,
  of: OrderContent,
  holder: Member,
  members: ReadonlyMap<string, Member>,
  now: number,
  placedAt: number,
): OrderEvent[] {
  const id = (who: string) => memberId(centre, `web:${who}`)
  const staff = id('st-sw-2')
  const takers = of.takers.map(id)
  const item = itemOf(of.item)
  let n = 0
  const next = (by: string, hours: number) => ({ id: `${of.id}-${(n += 1)}`, at: placedAt + hours * hour, by })
  const lead = takers[0] ?? ''
  const to = offerOf(of, takers, members)
  const opened: OrderEvent[] =
    of.state === 'open' && item && isAtOnce(item) ? [] : [{ ...next(staff, 1), kind: 'opened', words: false }]
  const given: OrderEvent[] = to ? [{ ...next(staff, 1), kind: 'assigned', to }] : opened
  const taken = takers.map((by, nth): OrderEvent => ({ ...next(by, 1.2 + nth / 10), kind: 'taken' }))
  // What is still ahead is the day after tomorrow, what was placed earlier in the afternoon: nobody serves two at once.
  // What is over was on the day after it was placed.
  const ahead = of.state === 'scheduled'
  const startsAt = ahead ? startOfDay(now) + 2 * day + (of.day < -1 ? 14 : 10) * hour : placedAt + day
  const slot = { startsAt, endsAt: startsAt + 2 * hour }
  const scheduled: OrderEvent = { ...next(lead, 1.5), kind: 'scheduled', slot, reason: null }
  const sent: OrderEvent[] = of.sent
    ? [{ ...next(lead, 1.6), kind: 'sent', names: of.sent.join('、'), count: of.sent.length }]
    : []
  const served: OrderEvent[] = [
    ...sent,
    // Two go in together: each says that they are there.
    ...takers.map((by, nth): OrderEvent => ({ ...next(by, 24 + nth / 10), kind: 'started', contact: staff })),
    { ...next(lead, 25), kind: 'ended' },
  ]
  const done: OrderEvent = { ...next(holder._id, 26), kind: 'confirmed', how: 'self' }
  const score = of.score as Score | undefined
  const rated: OrderEvent[] =
    score === undefined ? [] : [{ ...next(holder._id, 27), kind: 'rated', score, comment: null, shown: false }]
  switch (of.state) {
    case 'triage':
      return []
    case 'open':
      return [...opened, ...taken]
    case 'offered':
      return given
    case 'guided':
      return [{ ...next(staff, 4), kind: 'guided', where: '到街道残联窗口申请，带身份证和残疾证' }]
    case 'cancelled':
      return [{ ...next(holder._id, 5), kind: 'cancelled', reason: '自己解决了' }]
    case 'scheduled':
      return [...given, ...taken, scheduled]
    case 'ended':
      return [...given, ...taken, scheduled, ...served]
    default:
      return [...given, ...taken, scheduled, ...served, done, ...rated]
  }
}

/** To whom staff gave it: an organisation, where its own people serve; people by name; nobody where volunteers took it. */
function offerOf(of: OrderContent, takers: string[], members: ReadonlyMap<string, Member>): OfferedTo | null {
  const [first] = of.takers
  if (first === undefined || of.state === 'open') return null
  const member = members.get(first)
  const staff = member?.roles.includes('social-worker')
  if (!staff && member?.organisation) return { kind: 'organisation', id: member.organisation }
  const need = itemOf(of.item)?.pair ? 2 : 1
  return takers.length >= need ? { kind: 'people', ids: takers } : null
}
