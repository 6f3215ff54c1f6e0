import type { Member } from '../../src/domain/member'
import type { OfferedTo, Order } from '../../src/domain/order'
import { whyNotCleared } from '../../src/domain/order-deed'
import { providersInput } from '../../src/domain/order-input'
import type { OrderChoice } from '../../src/domain/order-page'
import { Refused } from '../../src/domain/refusal'
import { type MemberCall, procedure, scopesIn } from '../runtime/procedure'
import { literally } from './desk'
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
    const keys = keysOf(reached)
    const [bodies, certificates] = await Promise.all([
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
        ...offered.map((body) => bodyOf(call, order, body, bodies, keys.teams)),
        ...reached.map((person) => choiceOf(call, order, person, { own: certificates, bodies })),
      ]
        // Whom it can be given to come first; what came first among those stays so.
        .sort((one, other) => Number(one.whyNot !== null) - Number(other.whyNot !== null))
        .slice(0, choices)
    )
  },
})

/** The teams and the organisations that somebody here serves for. */
function keysOf(people: readonly Serving[]): { teams: Set<string>; firms: Set<string> } {
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
): OrderChoice => ({
  kind: teams.has(key) ? 'team' : 'organisation',
  id: key,
  name,
  staff: false,
  whyNot: whyNotSent(order, key, bodies, 'chosen', now) ?? null,
})

function choiceOf({ now }: MemberCall, order: Order, person: Serving, papers: Papers): OrderChoice {
  const { _id, name, roles } = person
  const to: OfferedTo = { kind: 'people', ids: [_id] }
  const whyNot = whyNotCleared(person, order, { to }) ?? whyNotGoing(order, person, to, papers, 'chosen', now)
  return { kind: 'member', id: _id, name, staff: roles.includes('social-worker'), whyNot: whyNot ?? null }
}
