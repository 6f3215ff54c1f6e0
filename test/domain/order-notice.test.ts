import type { Order, OrderEvent } from '../../src/domain/order'
import { orderOwed } from '../../src/domain/order-notice'

test('what was told of a cancellation stays what it was, though staff settle the order as their own afterwards', () => {
  const rules = { home: true, minutes: 60, need: 1 as const, locked: false }
  const named = { item: 'hardship-visit', category: 'care', title: '困难探访' }
  const events: OrderEvent[] = [
    { id: 'p', at: 0, by: 'mei', kind: 'placed', route: 'volunteers', start: 'triage', wants: null, rules },
    { id: 'c', at: 1, by: 'mei', kind: 'cancelled', reason: null },
    { id: 'r', at: 2, by: 'mei', kind: 'restored', undoes: 'c' },
    { id: 's', at: 3, by: 'shi', kind: 'settled', named, rules: { ...rules, locked: true } },
  ]
  const owed = (locked: boolean, log: OrderEvent[]) =>
    orderOwed({ holder: 'mei', person: 'mei', kept: false, ...rules, locked, events: log } as Order, 0)
      .filter(({ cause }) => cause !== 's')
      .map(({ to, kind, cause }) => [to, kind, cause])
  // The guard field on the order says what it is now, not what it was when it was cancelled.
  expect(owed(true, events)).toEqual(owed(false, events.slice(0, 3)))
  expect(owed(true, events)).toEqual([['desk', 'order-new', 'p']])
})
