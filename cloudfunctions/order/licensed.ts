import { type Licence, mayBeSent, proves } from '../../src/domain/licence'
import type { Member } from '../../src/domain/member'
import type { OfferedTo, Order } from '../../src/domain/order'
import type { Provider } from '../../src/domain/provider'
import type { Refusal } from '../../src/domain/refusal'
import type { Volunteer } from '../../src/domain/volunteer'
import { catalogue, stockItem } from '../catalogue/catalogue'
import type { Database } from '../runtime/database'
import type { Beside } from '../runtime/door'
import type { MemberCall } from '../runtime/procedure'

/** A team or an organisation, with what licences it says to have. */
export type Body = Pick<Provider, 'key' | 'name'> & { licences?: Licence[] }

/** The teams and organisations of these keys, as the centre knows them. */
export const bodiesFor = ({ providers }: Pick<Database, 'providers'>, keys: readonly string[]): Promise<Body[]> =>
  keys.length === 0
    ? Promise.resolve([])
    : providers.aggregate<Body>({ key: { $in: [...new Set(keys)] } }, [
        { $limit: 200 },
        { $project: { key: 1, name: 1, licences: 1 } },
      ])

type Asked = Pick<Order, 'item' | 'qualification'>

/**
 * What an order's item demands of whoever sends someone to do it; nothing for most. What a centre says that its own
 * service demands is demanded as the catalogue's licences are.
 */
function demandOf({ item, qualification }: Asked): { risks: string[]; qualification: string | null } | null {
  if (qualification) return { risks: ['verify-licence'], qualification }
  const found = item === null ? undefined : stockItem(item)
  return found?.risks.includes('verify-licence') ? found : null
}

/** Whether it is asked at all who sends someone to do it. */
export const isLicensed = (order: Asked): boolean => demandOf(order) !== null

/** Why this team or organisation may not be sent; one that the centre has no record of has no licence either. */
export function whyNotSent(
  order: Asked,
  key: string,
  bodies: readonly Body[],
  whose: 'own' | 'chosen',
  now: number,
): Refusal | undefined {
  const demand = demandOf(order)
  if (!demand) return undefined
  const body = bodies.find((each) => each.key === key)
  const { risks, qualification: demanded } = demand
  if (mayBeSent(body?.licences ?? [], risks, now, demanded)) return undefined
  return { reason: 'order-licence', whose, name: body?.name ?? key, demanded }
}

/** The organisation that someone works for, whatever else they are. */
export const sentBy = ({ roles, organisation }: Pick<Member, 'roles' | 'organisation'>): string | null =>
  roles.includes('operator') || roles.includes('enterprise') ? organisation : null

/** Certificates of someone's own, under their id. */
export type Certificates = Pick<Volunteer, '_id' | 'qualifications'>

/** What these people can show themselves; asked only for what demands it. */
export const certificatesOf = (
  { volunteers }: Pick<Database, 'volunteers'>,
  order: Asked,
  ids: readonly string[],
): Promise<Certificates[]> =>
  isLicensed(order) && ids.length > 0 ? volunteers.some(ids, ['qualifications']) : Promise.resolve([])

/** What is known of who would go: their own certificates, and what the teams and organisations have. */
export interface Papers {
  own: readonly Certificates[]
  bodies: readonly Body[]
}

/**
 * Why this person may not go. Whom an organisation sends goes on its licence. Whoever is asked by name shows a
 * certificate of their own, or goes on the licence of whom they work for; who takes what is up for all, or what their
 * team was asked, shows their own.
 */
export function whyNotGoing(
  order: Asked,
  person: Pick<Member, '_id' | 'name' | 'roles' | 'organisation'>,
  to: OfferedTo | null,
  { own, bodies }: Papers,
  whose: 'own' | 'chosen',
  now: number,
): Refusal | undefined {
  const demand = demandOf(order)
  if (!demand) return undefined
  if (to?.kind === 'organisation') return whyNotSent(order, to.id, bodies, whose, now)
  const shown = own.find(({ _id }) => _id === person._id)?.qualifications ?? []
  const { qualification: demanded } = demand
  if (proves(shown, demanded, now)) return undefined
  const firm = to?.kind === 'people' ? sentBy(person) : null
  if (firm !== null) return whyNotSent(order, firm, bodies, whose, now)
  return { reason: 'order-licence', whose, name: person.name, demanded }
}

const licensedItems = catalogue.items.filter(({ risks }) => risks.includes('verify-licence')).map(({ code }) => code)

/** An order with what the caller can show for it, where it demands something. */
export type OrderAndPapers = Order & { papers?: { volunteers: Certificates[]; bodies: Body[] }[] }

/** The order that is to be taken, and beside it, where its item demands it, what the caller can show: in one request. */
export const bringPapers = ({ order }: { order: string }, self: string | null): Beside[] => [
  {
    from: 'orders',
    match: { _id: order },
    limit: 1,
    stages: [
      {
        $lookup: {
          from: 'members',
          let: { item: '$item', own: { $ifNull: ['$qualification', ''] } },
          pipeline: [
            { $match: { _id: self, $expr: { $or: [{ $in: ['$$item', licensedItems] }, { $ne: ['$$own', ''] }] } } },
            { $project: { centre: 1, organisation: 1 } },
            { $lookup: { from: 'volunteers', localField: '_id', foreignField: '_id', as: 'volunteers' } },
            {
              $lookup: {
                from: 'providers',
                let: { centre: '$centre', key: '$organisation' },
                pipeline: [
                  { $match: { $expr: { $and: [{ $eq: ['$centre', '$$centre'] }, { $eq: ['$key', '$$key'] }] } } },
                  { $project: { key: 1, name: 1, licences: 1 } },
                ],
                as: 'bodies',
              },
            },
            { $project: { 'volunteers._id': 1, 'volunteers.qualifications': 1, bodies: 1 } },
          ],
          as: 'papers',
        },
      },
    ],
  },
]

/** The same without the order: what the caller can show for what it demands. */
export const bringOwnPapers = (input: { order: string }, self: string | null): Beside[] =>
  bringPapers(input, self).map(({ stages = [], ...beside }) => ({
    ...beside,
    stages: [...stages, { $project: { papers: 1 } }],
  }))

/** What the door brought of it. */
export function papersBrought({ beside }: Pick<MemberCall, 'beside'>): Papers {
  const [brought] = (beside as OrderAndPapers[][]).flat()
  const [papers] = brought?.papers ?? []
  return { own: papers?.volunteers ?? [], bodies: papers?.bodies ?? [] }
}
