import { type Licence, mayBeSent } from '../../src/domain/licence'
import type { Member } from '../../src/domain/member'
import type { Order } from '../../src/domain/order'
import type { Provider } from '../../src/domain/provider'
import type { Refusal } from '../../src/domain/refusal'
import { stockItem } from '../catalogue/catalogue'
import type { Database } from '../runtime/database'

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

/** What an order's item demands of whoever sends someone to do it; nothing for most. */
function demandOf({ item }: Pick<Order, 'item'>): { risks: string[]; qualification: string | null } | null {
  const found = item === null ? undefined : stockItem(item)
  return found?.risks.includes('verify-licence') ? found : null
}

/** Whether it is asked at all who sends someone to do it. */
export const isLicensed = (order: Pick<Order, 'item'>): boolean => demandOf(order) !== null

/** Why this team or organisation may not be sent; one that the centre has no record of has no licence either. */
export function whyNotSent(
  order: Pick<Order, 'item'>,
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

/** The organisation that someone comes for; nobody's for the social workers and for volunteers. */
export const sentBy = ({ roles, organisation }: Pick<Member, 'roles' | 'organisation'>): string | null =>
  (roles.includes('operator') || roles.includes('enterprise')) &&
  !roles.some((role) => role === 'social-worker' || role === 'volunteer' || role === 'volunteer-captain')
    ? organisation
    : null
