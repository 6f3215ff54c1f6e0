import type { Member } from '../../src/domain/member'
import type { OfferedTo, Order } from '../../src/domain/order'
import { whyNotCleared } from '../../src/domain/order-deed'
import { providersInput } from '../../src/domain/order-input'
import type { Known, OrderChoice } from '../../src/domain/order-desk-page'
import { Refused } from '../../src/domain/refusal'
import { type MemberCall, procedure, scopesIn } from '../runtime/procedure'
import type { Database } from '../runtime/database'
import { literally } from './desk'
import { goesFor, knownFor } from './known'
import { bodiesFor, type Body, certificatesOf, type Papers, whyNotGoing, whyNotSent } from './licensed'

const servingRoles = ['volunteer', 'volunteer-captain', 'social-worker', 'operator', 'enterprise']
const choices = 40

type Serving = Pick<Member, '_id' | 'name' | 'roles' | 'team' | 'organisation' | 'cleared'>

/** Whom an order can be given to, by a part of the name; what is for the social workers only shows none but those. */
export const providers = procedure({
  needs: 'dispatch-order',
  input: providersInput,
  run: async (call, { order: id, words }): Promise<OrderChoice[]> => {
    const { db, member } = call
    const order = await db.orders.get(id)
    if (!order) throw new Refused({ reason: 'not-found' })
    const whole = scopesIn(call, 'dispatch-order').includes('centre')
    const own = order.givenTo
    const reaches = whole || own.includes(`team:${member.team}`) || own.includes(`organisation:${member.organisation}`)
    if (!reaches) throw new Refused({ reason: 'no-permission' })
    const kept = order.locked || order.route !== 'volunteers'
    const people = await db.members.aggregate<Serving>(
      { roles: { $in: kept ? ['social-worker'] : servingRoles }, erasing: { $exists: false } },
      [
        ...(words === null ? [] : [{ $match: { name: { $regex: literally(words) } } }]),
        { $sort: { name: 1 } },
        { $limit: 300 },
        { $project: { name: 1, roles: 1, team: 1, organisation: 1, cleared: 1 } },
      ],
    )
    const reached = whole
      ? people
      : people.filter(({ team, organisation }) =>
          own.some((name) => name === `team:${team}` || name === `organisation:${organisation}`),
        )
    const keys = words === null ? keysOf(reached) : await allKeys(db)
    const [known, bodies, certificates] = await Promise.all([
      whole && !kept ? knownFor(db, call.centre._id, order) : unknown,
      bodiesFor(db, [...keys.teams, ...keys.firms]),
      certificatesOf(
        db,
        order,
        reached.map(({ _id }) => _id),
      ),
    ])
    const offered = kept || !whole ? [] : bodies.filter(({ name }) => words === null || name.includes(words))
    return (
      [
        ...offered.map((body) => bodyOf(call, order, body, bodies, keys.teams, known)),
        ...reached.map((person) => choiceOf(call, order, person, { own: certificates, bodies }, known)),
      ]
        // Whom it can be given to come first, and of those who do such things; what came first among them stays so.
        .sort((one, other) => rankOf(one) - rankOf(other))
        .slice(0, choices)
    )
  },
})

type KnownOf = (key: string) => Known | null
const unknown: KnownOf = () => null

const ranks = { named: 0, did: 1, neither: 3 } as const satisfies Record<Known, number>

/** Whom nothing is known of in this way, volunteers and the social workers, stand between. */
const rankOf = ({ whyNot, known }: OrderChoice): number => (whyNot !== null ? 4 : known === null ? 2 : ranks[known])

/** The same of everyone who serves here, whatever they are called. */
async function allKeys(db: Database): Promise<ReturnType<typeof keysOf>> {
  const people = await db.members.aggregate<Pick<Serving, '_id' | 'roles' | 'team' | 'organisation'>>(
    { roles: { $in: servingRoles }, erasing: { $exists: false } },
    [
      { $match: { $or: [{ team: { $ne: null } }, { organisation: { $ne: null } }] } },
      { $limit: 1000 },
      { $project: { roles: 1, team: 1, organisation: 1 } },
    ],
  )
  return keysOf(people)
}

/** The teams and the organisations that somebody here serves for. */
function keysOf(people: readonly Pick<Serving, 'roles' | 'team' | 'organisation'>[]): {
  teams: Set<string>
  firms: Set<string>
} {
  return {
    teams: new Set(people.flatMap(({ team }) => team ?? [])),
    firms: new Set(
      people.flatMap(({ organisation, roles }) =>
        organisation !== null && (roles.includes('operator') || roles.includes('enterprise')) ? [organisation] : [],
      ),
    ),
  }
}

const bodyOf = (
  { now }: MemberCall,
  order: Order,
  { key, name }: Body,
  bodies: readonly Body[],
  teams: ReadonlySet<string>,
  known: KnownOf,
): OrderChoice => ({
  kind: teams.has(key) ? 'team' : 'organisation',
  id: key,
  name,
  staff: false,
  known: known(key),
  whyNot: whyNotSent(order, key, bodies, 'chosen', now) ?? null,
})

function choiceOf({ now }: MemberCall, order: Order, person: Serving, papers: Papers, known: KnownOf): OrderChoice {
  const { _id, name, roles } = person
  const to: OfferedTo = { kind: 'people', ids: [_id] }
  const whyNot = whyNotCleared(person, order, { to }) ?? whyNotGoing(order, person, to, papers, 'chosen', now)
  const goes = goesFor(person)
  return {
    kind: 'member',
    id: _id,
    name,
    staff: roles.includes('social-worker'),
    known: goes === null ? null : known(goes),
    whyNot: whyNot ?? null,
  }
}
