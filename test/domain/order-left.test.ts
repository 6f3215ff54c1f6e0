import type { Order, OrderEvent } from '../../src/domain/order'
import { patience } from '../../src/domain/order-due'
import { standingOf } from '../../src/domain/order-log'
import { orderOwed } from '../../src/domain/order-notice'

/** Who is in somebody's home may serve no more. */
const hour = 3_600_000
const monday = Date.parse('2026-11-23T09:00+08:00')
const at = (hours: number) => monday + hours * hour
const terms = { home: true, minutes: 60, need: 2 as const, locked: false, kept: false }
const slot = { startsAt: at(30), endsAt: at(32) }
const begun: OrderEvent[] = [
  { id: 'placed', at: at(0), by: 'huang', kind: 'placed', route: 'volunteers', start: 'triage', wants: null },
  { id: 'opened', at: at(1), by: 'shi', kind: 'opened', words: true },
  { id: 'took-1', at: at(2), by: 'ana', kind: 'taken' },
  { id: 'took-2', at: at(3), by: 'bo', kind: 'taken' },
  { id: 'agreed', at: at(4), by: 'ana', kind: 'scheduled', slot, reason: null },
  { id: 'there-1', at: at(30), by: 'ana', kind: 'started', contact: 'shi' },
  { id: 'there-2', at: at(30), by: 'bo', kind: 'started', contact: 'shi' },
]
const leaves = (by: string, hours: number, more: object = { gone: true }): OrderEvent => ({
  id: `left-${by}-${hours}`,
  at: at(hours),
  by,
  kind: 'left',
  ...more,
})
const ended: OrderEvent = { id: 'ended', at: at(31.2), by: 'bo', kind: 'ended' }
const stand = (...events: OrderEvent[]) => standingOf(terms, events)
const told = (person: string, ...events: OrderEvent[]) => {
  const order = { holder: 'huang', person, ...terms, events } as unknown as Order
  return orderOwed(order, events.length - 1).map(({ to, kind }) => [typeof to === 'string' ? to : to, kind])
}

test('it stays begun, is the desk’s at once for half an hour, and their time is free; the other one goes on', () => {
  expect(stand(...begun)).toMatchObject({ owner: 'provider' })
  const standing = stand(...begun, leaves('ana', 30.5))
  expect(standing).toMatchObject({
    state: 'started',
    owner: 'desk',
    dueAt: at(30.5) + patience.left,
    takers: ['ana', 'bo'],
    left: ['ana'],
  })
  expect(standing?.holds.map(({ member }) => member)).toEqual(['bo'])
  expect(stand(...begun, leaves('ana', 30.5), ended)).toMatchObject({ state: 'ended', owner: 'resident' })
})

test('said twice it is said once; of who is not there, and before or after the visit, it is nothing', () => {
  const once = stand(...begun, leaves('ana', 30.5))
  expect(stand(...begun, leaves('ana', 30.5), leaves('ana', 31))).toEqual(once)
  expect(stand(...begun, leaves('chen', 30.5))).toEqual(stand(...begun))
  expect(stand(...begun.slice(0, -1), leaves('ana', 30))).toEqual(stand(...begun.slice(0, -1)))
  expect(stand(...begun, ended, leaves('ana', 32))).toEqual(stand(...begun, ended))
})

test('what came up to the committee stays theirs, and what nobody rings about goes up to them once', () => {
  const due = stand(...begun)?.dueAt ?? 0
  const late = (when: number): OrderEvent => ({ id: `due.${when}`, at: when, by: 'nobody', kind: 'overdue', due: when })
  const desk = stand(...begun, late(due))?.dueAt ?? 0
  const up = [...begun, late(due), late(desk)]
  expect(stand(...up)).toMatchObject({ owner: 'committee' })
  expect(stand(...up, { ...leaves('ana', 0), at: desk + 1 })).toMatchObject({
    owner: 'committee',
    dueAt: desk + 1 + patience.left,
  })
  const rung = at(30.5) + patience.left
  expect(stand(...begun, leaves('ana', 30.5), late(rung))).toMatchObject({ owner: 'committee', state: 'started' })
  // Whoever left is not told to hurry.
  expect(told('huang', ...begun, leaves('ana', 30.5), late(rung))).toEqual([
    ['committee', 'order-late'],
    [{ member: 'huang' }, 'order-late'],
    [{ member: 'bo' }, 'order-late'],
  ])
})

test('the resident, who sent them, the desk and who went along hear of it; they themselves where others took the role', () => {
  const others = [
    [{ member: 'huang' }, 'order-left'],
    [{ member: 'shi' }, 'order-left-alone'],
    ['desk', 'order-left-alone'],
    [{ member: 'bo' }, 'order-left'],
  ]
  expect(told('huang', ...begun, leaves('ana', 30.5))).toEqual([...others, [{ member: 'ana' }, 'order-leave']])
  // Who deletes their account is told nothing any more.
  expect(told('huang', ...begun, leaves('ana', 30.5, {}))).toEqual(others)
})
