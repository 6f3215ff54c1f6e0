import { mineInput } from '../../src/domain/order-input'
import { beginningOf, type OwnOrderPage, type OwnOrderRow } from '../../src/domain/order-own'
import type { OpenOrder, WorkPage } from '../../src/domain/order-page'
import { whyNotOpen } from '../../src/domain/order-open'
import { noInput } from '../../src/domain/input'
import { restOf } from '../../src/domain/shift-rest'
import { type MemberCall, procedure } from '../runtime/procedure'
import { unseal } from '../runtime/secret'
import { certificatesOf, isLicensed, whyNotGoing } from './licensed'
import { buildingNames, type LeanOrder, lean, rowOf, type WithWords, withWords } from './row'

const page = 20

/** My orders and those I placed for my family, the latest first. */
export const mine = procedure({
  needs: 'see-own-record',
  input: mineInput,
  run: async ({ db, self, centre, now }, { after }): Promise<OwnOrderPage> => {
    const from = after && {
      placedAt: { $lte: after.at },
      $or: [{ placedAt: { $lt: after.at } }, { _id: { $gt: after.id } }],
    }
    const found = await db.orders.aggregate<WithWords>({ holder: self, ...from }, [
      { $sort: { placedAt: -1, _id: 1 } },
      { $limit: page + 1 },
      withWords,
    ])
    const buildings = buildingNames(centre)
    const rows = found
      .slice(0, page)
      .map((order): OwnOrderRow => ({ ...rowOf(order, buildings, now, true), said: saidOf(order) }))
    const last = found.length > page ? rows.at(-1) : undefined
    return { rows, next: last ? { at: last.placedAt, id: last.id } : null }
  },
})

/**
 * How the holder's own words begin, by which they know one order from another where none has a name. What is for the
 * social workers only stays unsaid in a list, which the phone remembers and others may see over one's shoulder.
 */
const saidOf = ({ _id, item, words, locked, route }: WithWords): string | null =>
  item === null && words !== undefined && !locked && route === 'volunteers'
    ? beginningOf(unseal('order-words', _id, words))
    : null

/** The most that is shown of what may be taken, and of what one has taken. */
const most = 60

/** Who serves: what they may take now, what they were asked to do, and what they have taken, the next visit first. */
export const work = procedure({
  needs: 'accept-order',
  input: noInput,
  run: async (call): Promise<WorkPage> => {
    const { db, self, centre, now, member } = call
    const buildings = buildingNames(centre)
    const volunteers = member.roles.includes('volunteer') || member.roles.includes('volunteer-captain')
    const [open, asked, mine] = await Promise.all([
      volunteers ? boardOf(call) : [],
      db.orders.aggregate<LeanOrder>({ givenTo: { $in: namesFor(call) }, active: true }, [
        { $match: { state: 'offered' } },
        { $limit: most },
        lean,
      ]),
      db.orders.aggregate<LeanOrder>({ takers: self, active: true }, [{ $limit: most }, lean]),
    ])
    const licensed = open.find(isLicensed)
    // Of what demands a certificate their own is asked, and where nothing does, of nobody.
    const own = licensed ? await certificatesOf(db, licensed, [self]) : []
    const doer = { ...member, rest: restOf(centre) }
    const whyNot = (order: LeanOrder) =>
      whyNotOpen(doer, order, now) ?? whyNotGoing(order, member, null, { own, bodies: [] }, 'own', now) ?? null
    const rows = (orders: LeanOrder[]) => orders.map((order) => rowOf(order, buildings, now, true))
    return {
      open: open.map((order) => ({ ...openOf(order, buildings), whyNot: whyNot(order) })),
      asked: rows(asked.filter(({ takers }) => !takers.includes(self))),
      mine: rows(mine).sort((one, other) => (one.slot ?? now) - (other.slot ?? now)),
    }
  },
})

/** The names by which something is given to the caller. */
function namesFor({ self, member }: MemberCall): string[] {
  const { team, organisation, roles } = member
  const forOrganisation = roles.includes('operator') || roles.includes('enterprise')
  const forTeam = roles.includes('volunteer') || roles.includes('volunteer-captain')
  return [
    `member:${self}`,
    ...(team !== null && forTeam ? [`team:${team}`] : []),
    ...(organisation !== null && forOrganisation ? [`organisation:${organisation}`] : []),
  ]
}

/** What is up for volunteers and is not one's own, who has waited longest first. */
async function boardOf({ db, self, member }: MemberCall): Promise<WithWords[]> {
  const own = [self, ...member.family.map(({ id }) => id)]
  return db.orders.aggregate<WithWords>({ board: true }, [
    { $match: { holder: { $ne: self }, person: { $nin: own }, takers: { $ne: self } } },
    { $sort: { placedAt: 1 } },
    { $limit: most },
    withWords,
  ])
}

/** What volunteers see: no name, no door; the words only where staff have read them. */
const openOf = (order: WithWords, buildings: ReadonlyMap<string, string>): Omit<OpenOrder, 'whyNot'> => ({
  id: order._id,
  title: order.title,
  category: order.category,
  band: order.band,
  building: order.building === null ? null : (buildings.get(order.building) ?? null),
  words: order.wordsPassed && order.words !== undefined ? unseal('order-words', order._id, order.words) : null,
  wordsWait: order.words !== undefined && !order.wordsPassed,
  home: order.home,
  minutes: order.minutes,
  need: order.need,
  takers: order.takers.length,
  wants: order.wants,
  weekly: order.repeat !== null,
  placedAt: order.placedAt,
})
