import type { Order } from '../../src/domain/order'
import { deedsOf, type Part, partsOf } from '../../src/domain/order-deed'
import { orderInput } from '../../src/domain/order-input'
import { seriesOf } from '../../src/domain/order-weekly'
import type { Standing } from '../../src/domain/order-standing'
import type { OrderPage } from '../../src/domain/order-page'
import { Refused } from '../../src/domain/refusal'
import { restOf } from '../../src/domain/shift-rest'
import { maskedName } from '../../src/domain/visibility'
import { allowed, type MemberCall, procedure } from '../runtime/procedure'
import { unseal } from '../runtime/secret'
import { keyOf } from './photo'
import { addressOf } from '../runtime/storage'
import { standingOn } from './act'
import { whyNotGo } from './go'
import { bringOwnPapers } from './licensed'
import { askedOf, bare, type Body, contactIn, countsOf, type Person, personOf, sentIn } from './named'
import { buildingNames, isLate, unnamed } from './row'
import { sightOf } from './sight'
import { belongingOf } from './staff'
import { stepOf } from './steps'

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
    const heads = allowed(call, 'manage-provider', belongingOf(row))
    if (parts.length === 0 && !served && !heads) throw new Refused({ reason: 'order-not-yours' })
    return pageOf(call, row, standing, parts, heads)
  },
})

async function pageOf(
  call: MemberCall,
  row: Row,
  standing: Standing,
  parts: Part[],
  heads: boolean,
): Promise<OrderPage> {
  const { centre, now, member } = call
  const sight = sightOf(call, row, standing, parts, heads)
  const names = new Map(
    [...row.people, ...row.given, ...row.contacts, ...row.holders].map((person) => [person._id, person]),
  )
  const building =
    sight.about && sight.now && row.building !== null ? (buildingNames(centre).get(row.building) ?? null) : null
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
    // Where it is, and how they are found, is not for who stands aside.
    hasRoom: sight.now && row.room !== undefined,
    hasPhone: row.phone !== undefined && (parts.includes('holder') || may.includes('phone')),
    kept: sight.now && row.kept,
    record: row.kept && holder !== null && parts.includes('desk') ? row.holder : null,
    reach: sight.now ? row.reach : 'app',
    home: row.home,
    settled: standing.settled !== 'open',
    minutes: row.minutes,
    need: row.need,
    weekly: row.repeat !== null,
    series: row.repeat === null ? null : seriesOf(row, standing),
    wants: sight.when ? standing.wants : null,
    slot: sight.when ? standing.slot : null,
    left: sight.log && standing.state === 'started' && standing.left.length > 0,
    sent: sight.now && sight.log ? sentIn(row, standing) : null,
    takers: sight.when ? standing.takers.map((id) => personOf(id, names)) : [],
    here: sight.when ? standing.here.length : 0,
    contact: state === 'started' && sight.now ? contactIn(row, names) : null,
    asked: state === 'offered' && sight.when ? askedOf(standing, names, row.bodies) : null,
    score: sight.now ? standing.score : null,
    counts: may.includes('confirm') ? countsOf(row, names) : null,
    undo: before && before.until > now ? { id: before.id, until: before.until } : null,
    agreed: parts.includes('desk') ? (row.agreed ?? null) : null,
    placedAt: row.placedAt,
    steps: row.events.flatMap((event) => stepOf(call, row, event, sight, parts, names)),
  }
}
