import type { Order } from '../../src/domain/order'
import { deedsOf, partsOf, type Part, whyNotCleared, whyNotThen } from '../../src/domain/order-deed'
import { contactAt } from '../../src/domain/order-contact'
import { stillGoes } from '../../src/domain/order-door'
import { orderInput } from '../../src/domain/order-input'
import { seriesOf } from '../../src/domain/order-weekly'
import type { Standing } from '../../src/domain/order-log'
import type { OrderPage, OrderPerson } from '../../src/domain/order-page'
import { isVoluntary, isVolunteer, minutesOf, visitsOf } from '../../src/domain/order-visit'
import type { Provider } from '../../src/domain/provider'
import { Refused } from '../../src/domain/refusal'
import { maskedName, sees } from '../../src/domain/visibility'
import { type MemberCall, procedure } from '../runtime/procedure'
import { unseal } from '../runtime/secret'
import { addressOf } from '../runtime/storage'
import { standingOn } from './act'
import { bringOwnPapers, papersBrought, whyNotGoing } from './licensed'
import { buildingNames, isLate, unnamed } from './row'
import { type Person, type Sight, stepOf } from './steps'

type Body = Pick<Provider, 'key' | 'name'>
type Row = Order & { people: Person[]; holders: Person[]; given: Person[]; contacts: Person[]; bodies: Body[] }

const personal = ['phone', 'room', 'birth', 'openid', 'calendar', 'family', 'consent', 'contactConsent', 'grants']
const bare = (as: string) => Object.fromEntries(personal.map((field) => [`${as}.${field}`, 0]))

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

const serving = ['accepted', 'scheduled', 'started', 'ended', 'complained'] as const

function sightOf({ member, now }: MemberCall, standing: Standing, parts: readonly Part[]): Sight {
  const is = (...some: Part[]) => some.some((part) => parts.includes(part))
  const above = is('above') && standing.route === 'volunteers'
  // Of a visit that never began whose it is goes with the door.
  const serves = is('taker') && serving.some((state) => state === standing.state) && stillGoes(standing, now)
  const own = is('holder', 'desk')
  return {
    about: own || above || is('taker', 'asked', 'volunteer') || parts.length === 0,
    // The committee reads what was written once a social worker has passed it on, as volunteers do.
    words: own || is('asked', 'taker') || (is('volunteer', 'above') && standing.words),
    photo: own || serves,
    name: own || serves || (above && sees(member.roles, 'nickname', 'full')),
    // Who may take it learns nothing of whose it is; who was asked, or sees to it from above, a first character.
    masked: above || is('asked', 'taker'),
    log: own || above || is('taker'),
    now: parts.length > 0,
  }
}

async function pageOf(call: MemberCall, row: Row, standing: Standing, parts: Part[]): Promise<OrderPage> {
  const { centre, now, member } = call
  const sight = sightOf(call, standing, parts)
  const names = new Map(
    [...row.people, ...row.given, ...row.contacts, ...row.holders].map((person) => [person._id, person]),
  )
  const building = sight.about && row.building !== null ? (buildingNames(centre).get(row.building) ?? null) : null
  const holder = names.get(row.holder)?.name ?? null
  const { state, owner, dueAt, before } = standing
  const whyNot = standing.owner === null ? null : (whyNotGo(call, row, standing, parts) ?? null)
  const may = deedsOf(member, row, standing, now).filter((deed) => deed !== 'take' || whyNot === null)
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
    may,
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
    hasRoom: row.room !== undefined,
    hasPhone: row.phone !== undefined && (parts.includes('holder') || may.includes('phone')),
    kept: row.kept,
    reach: row.reach,
    home: row.home,
    minutes: row.minutes,
    need: row.need,
    weekly: row.repeat !== null,
    series: row.repeat === null ? null : seriesOf(row, standing),
    wants: sight.now ? standing.wants : null,
    slot: sight.now ? standing.slot : null,
    left: sight.log && standing.state === 'started' && standing.left.length > 0,
    takers: sight.now ? standing.takers.map((id) => personOf(id, names)) : [],
    here: sight.now ? standing.here.length : 0,
    contact: state === 'started' && sight.now ? contactIn(row, names) : null,
    asked: state === 'offered' && sight.now ? askedOf(standing, names, row) : null,
    score: sight.now ? standing.score : null,
    counts: may.includes('confirm') ? countsOf(row, names) : null,
    undo: before && before.until > now ? { id: before.id, until: before.until } : null,
    placedAt: row.placedAt,
    steps: row.events.flatMap((event) => stepOf(call, row, event, sight, parts, names)),
  }
}

/** Who waits for those who went there to come back. */
function contactIn({ events }: Order, names: ReadonlyMap<string, Person>): string | null {
  const contact = contactAt(events)
  return contact === null ? null : (names.get(contact)?.name ?? null)
}

/** What the word that the last visit is done counts for each volunteer who made it. */
function countsOf(row: Row, names: ReadonlyMap<string, Person>): number | null {
  const visit = visitsOf(row).at(-1)
  const any = visit && isVoluntary(visit) && visit.takers.some((id) => isVolunteer(names.get(id)?.roles ?? []))
  return any && !visit.word ? minutesOf(visit) : null
}

/**
 * Why someone who may be the one to go there cannot: no yes of staff's yet; or, before they take it, no time then, or no
 * certificate that the item demands.
 */
function whyNotGo(call: MemberCall, row: Row, standing: Standing, parts: readonly Part[]) {
  const { member, now } = call
  const may = parts.includes('asked') || (parts.includes('volunteer') && !parts.includes('holder'))
  const goes = parts.some((part) => part === 'asked' || part === 'volunteer' || part === 'taker')
  return (
    (goes ? whyNotCleared(member, row, standing) : undefined) ??
    (may && !parts.includes('taker')
      ? (whyNotThen(member, row, standing, now) ??
        whyNotGoing(row, member, standing.to, papersBrought(call), 'own', now))
      : undefined)
  )
}

const personOf = (id: string, names: ReadonlyMap<string, Person>): OrderPerson => ({
  id,
  name: names.get(id)?.name ?? '',
  of: names.get(id)?.organisation ?? null,
})

/** Whom it waits for, by name: people, or the team or organisation as the centre knows it. */
function askedOf({ to }: Standing, names: ReadonlyMap<string, Person>, { bodies }: Row): string | null {
  if (!to) return null
  if (to.kind === 'people') return to.ids.map((id) => names.get(id)?.name ?? '').join('、')
  return bodies.find((each) => each.key === to.id)?.name ?? null
}
