import type { OrderEvent, OrderRoute } from '../../src/domain/order'
import { deedsOf, type Doer } from '../../src/domain/order-deed'
import { standingOf, step } from '../../src/domain/order-log'
import type { Standing } from '../../src/domain/order-standing'

const hour = 3_600_000
const head: Doer = {
  _id: 'head',
  band: '35-59',
  roles: ['committee-member'],
  team: null,
  organisation: null,
  cleared: [],
  family: [],
}

/** An order for the social workers only, that one of them served. */
function served(route: OrderRoute, kept: boolean) {
  const order = { _id: 'o', holder: 'mei', person: 'mei', band: '60-79' as const }
  const terms = { home: true, minutes: 60, need: 1 as const, locked: false, kept }
  const slot = { startsAt: 3 * hour, endsAt: 5 * hour }
  const events: OrderEvent[] = [
    { id: 'p', at: 0, by: 'mei', kind: 'placed', route, start: 'triage', wants: null },
    { id: 'a', at: 1, by: 'shi', kind: 'assigned', to: { kind: 'people', ids: ['shi'] } },
    { id: 's', at: 2, by: 'shi', kind: 'scheduled', slot, reason: null },
    { id: 'b', at: 3 * hour, by: 'shi', kind: 'started' },
    { id: 'e', at: 4 * hour, by: 'shi', kind: 'ended' },
  ]
  return { order: { ...order, ...terms }, standing: standingOf(terms, events) as Standing }
}

const late = (standing: Standing): OrderEvent => {
  const due = standing.dueAt ?? 0
  return { id: `due.${due}`, at: due, by: 'nobody', kind: 'overdue', due }
}

test.each([
  ['staff', true],
  ['crisis', false],
  ['crisis', true],
] as const)('what was served of %s (no phone: %s) and came up to the committee they may say is done', (route, kept) => {
  const { order, standing } = served(route, kept)
  // Before that it is the desk's.
  expect([standing.owner, deedsOf(head, order, standing, 4 * hour)]).toEqual(['desk', []])
  const above = step(order, standing, late(standing)) as Standing
  expect([above.owner, deedsOf(head, order, above, above.at)]).toEqual(['committee', ['confirm']])
  const confirmed: OrderEvent = { id: 'c', at: above.at, by: 'head', kind: 'confirmed', how: 'staff' }
  expect(step(order, above, confirmed)).toMatchObject({ state: 'confirmed', owner: null })
})
