import type { Order, OrderEvent } from '../../src/domain/order'
import { deedsOf, partsOf, type Part } from '../../src/domain/order-deed'
import { stillGoes } from '../../src/domain/order-door'
import { orderInput } from '../../src/domain/order-input'
import { isAgain, seriesOf } from '../../src/domain/order-weekly'
import type { Standing } from '../../src/domain/order-standing'
import type { OrderPage, OrderStep } from '../../src/domain/order-page'
import { Refused } from '../../src/domain/refusal'
import { restOf } from '../../src/domain/shift-rest'
import { maskedName, sees } from '../../src/domain/visibility'
import { type MemberCall, procedure } from '../runtime/procedure'
import { unseal } from '../runtime/secret'
import { keyOf } from './photo'
import { addressOf } from '../runtime/storage'
import { standingOn } from './act'
import { whyNotGo } from './go'
import { bringOwnPapers } from './licensed'
import { askedOf, bare, type Body, contactIn, countsOf, type Person, personOf, sentIn } from './named'
import { placedFor } from './placed-for'
import { buildingNames, isLate, unnamed } from './row'

type Row = Order & { people: Person[]; holders: Person[]; given: Person[]; contacts: Person[]; bodies: Body[] }

/** The people whom a page names, looked up beside the order; of them no more than their names. */
const stages = (centre: string) => [
  { $limit: 1 },
  { $lookup: { from: 'members', localField: 'events.by', foreignField: '_id', as: 'people' } },
  { $lookup: { from: 'members', localField: 'holder', foreignField: '_id', as: 'holders' } },
  { $lookup: { from: 'members', localField: 'events.to.ids', foreignField: '_id', as: 'given' } },
  { $lookup: { from: 'members', localField: 'events.contact', foreignField: '_id', as: 'contacts' } },
  {
    $lookup: {
      from: 'providers',
      let: { keys: '$events.to.id' },
      pipeline: [{ $match: { centre, $expr: { $in: ['$key', '$$keys'] } } }, { $project: { key: 1, name: 1 } }],
      as: 'bodies',
    },
  },
  { $project: { ...bare('people'), ...bare('holders'), ...bare('given'), ...bare('contacts') } },
]

/** One order with what became of it, for whom it concerns: each sees of it what is theirs to see. */
export const open = procedure({
  needs: 'member',
  input: orderInput,
  beside: bringOwnPapers,
  run: async (call, { order: id }): Promise<OrderPage> => {
    const [row] = await call.db.orders.aggregate<Row>({ _id: id }, stages(call.centre._id))
    if (!row) throw new Refused({ reason: 'not-found' })
    const standing = standingOn(row)
    const parts = partsOf(call.member, row, standing)
    const served = row.events.some(({ kind, by }) => kind === 'taken' && by === call.self)
    if (parts.length === 0 && !served) throw new Refused({ reason: 'order-not-yours' })
    return pageOf(call, row, standing, parts)
  },
})

/** What a reader may know of an order. */
interface Sight {
  /** What it is about: not the committee, of what is for the social workers only. */
  about: boolean
  words: boolean
  photo: boolean
  name: boolean
  masked: boolean
  /** What was written with its steps, and who made them. */
  log: boolean
  /** When it is, who comes and how it went: not for who gave it back. */
  now: boolean
}

const serving = ['accepted', 'scheduled', 'started', 'ended', 'complained'] as const

function sightOf(
  { member, now }: MemberCall,
  { photoWaits }: Pick<Order, 'photoWaits'>,
  standing: Standing,
  parts: readonly Part[],
): Sight {
  const is = (...some: Part[]) => some.some((part) => parts.includes(part))
  const above = is('above') && standing.route === 'volunteers'
  // Of a visit that never began whose it is goes with the door.
  const serves = is('taker') && serving.some((state) => state === standing.state) && stillGoes(standing, now)
  const own = is('holder', 'desk')
  // Whoever served once, and has no part in it now, knows what it is while that is no secret.
  const openly = standing.route === 'volunteers' && !standing.rules.locked
  return {
    about: own || above || is('taker', 'asked', 'volunteer') || (parts.length === 0 && openly),
    // The committee reads what was written once a social worker has passed it on, as volunteers do.
    words: own || is('asked', 'taker') || (is('volunteer', 'above') && standing.words),
    photo: own || (serves && !photoWaits),
    name: own || serves || (above && sees(member.roles, 'nickname', 'full')),
    // Who may take it learns nothing of whose it is; who was asked, or sees to it from above, a first character.
    masked: above || is('asked', 'taker'),
    log: own || above || is('taker'),
    now: parts.length > 0,
  }
}

async function pageOf(call: MemberCall, row: Row, standing: Standing, parts: Part[]): Promise<OrderPage> {
  const { centre, now, member } = call
  const sight = sightOf(call, row, standing, parts)
  const names = new Map(
    [...row.people, ...row.given, ...row.contacts, ...row.holders].map((person) => [person._id, person]),
  )
  const building = sight.about && row.building !== null ? (buildingNames(centre).get(row.building) ?? null) : null
  const holder = names.get(row.holder)?.name ?? null
  const { state, owner, dueAt, before } = standing
  const doer = { ...member, rest: restOf(centre) }
  const whyNot = standing.owner === null ? null : (whyNotGo(call, doer, row, standing, parts) ?? null)
  const may = deedsOf(doer, row, standing, now).filter((deed) => deed !== 'take' || whyNot === null)
  return {
    id: row._id,
    title: sight.about ? row.title : unnamed,
    item: sight.about ? row.item : null,
    category: sight.about ? row.category : null,
    state,
    owner,
    dueAt,
    late: isLate({ state, owner, dueAt }, now),
    parts,
    // There is a picture to be looked at, or there is none.
    may: row.photo !== undefined && row.photoWaits ? may : may.filter((deed) => deed !== 'judgePhoto'),
    whyNot,
    staffOnly: row.locked || standing.route !== 'volunteers',
    crisis: standing.route === 'crisis',
    who: {
      name: holder === null ? null : sight.name ? holder : sight.masked ? maskedName(holder) : null,
      band: row.band,
      self: row.person === row.holder,
    },
    building,
    words: sight.words && row.words !== undefined ? unseal('order-words', row._id, row.words) : null,
    photo: sight.photo && row.photo !== undefined ? await addressOf(row.photo) : null,
    picture: sight.photo && row.photo !== undefined ? { key: keyOf(row.photo), waits: row.photoWaits ?? false } : null,
    hasRoom: row.room !== undefined,
    hasPhone: row.phone !== undefined && (parts.includes('holder') || may.includes('phone')),
    kept: row.kept,
    record: row.kept && holder !== null && parts.includes('desk') ? row.holder : null,
    reach: row.reach,
    home: row.home,
    settled: standing.settled !== 'open',
    minutes: row.minutes,
    need: row.need,
    weekly: row.repeat !== null,
    series: row.repeat === null ? null : seriesOf(row, standing),
    wants: sight.now ? standing.wants : null,
    slot: sight.now ? standing.slot : null,
    left: sight.log && standing.state === 'started' && standing.left.length > 0,
    sent: sight.now && sight.log ? sentIn(row, standing) : null,
    takers: sight.now ? standing.takers.map((id) => personOf(id, names)) : [],
    here: sight.now ? standing.here.length : 0,
    contact: state === 'started' && sight.now ? contactIn(row, names) : null,
    asked: state === 'offered' && sight.now ? askedOf(standing, names, row.bodies) : null,
    score: sight.now ? standing.score : null,
    counts: may.includes('confirm') ? countsOf(row, names) : null,
    undo: before && before.until > now ? { id: before.id, until: before.until } : null,
    agreed: parts.includes('desk') ? (row.agreed ?? null) : null,
    placedAt: row.placedAt,
    steps: row.events.flatMap((event) => stepOf(call, row, event, sight, parts, names)),
  }
}

/** A step as its reader may know it; nothing where it is not theirs. */
function stepOf(
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
  const text = sight.log || me ? textOf(event, me || desk) : null
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
  // Staff agree a time and end a visit for who serves.
  const forThem = (event.kind === 'scheduled' || event.kind === 'ended') && !took && names.has(event.by)
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
