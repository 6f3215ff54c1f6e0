import { day, hour } from '../../src/domain/day'
import type { OrderEvent, Slot } from '../../src/domain/order'
import { standingOf, step } from '../../src/domain/order-log'
import { following, seriesOf } from '../../src/domain/order-weekly'

const terms = { home: true, minutes: 60, need: 1 as const, locked: false, kept: false }
const slot: Slot = { startsAt: 10 * hour, endsAt: 11 * hour }

/** What follows of a weekly order, placed at nought, when it is confirmed so long after. */
function confirmed(wants: Slot | null, at: number) {
  const by = 'helper'
  const events: OrderEvent[] = [
    { id: 'p', at: 0, by: 'mei', kind: 'placed', route: 'volunteers', start: 'open', wants },
    { id: 't', at: 1, by, kind: 'taken' },
    { id: 's', at: 2, by, kind: 'scheduled', slot, reason: null },
    { id: 'b', at: 3, by, kind: 'started' },
    { id: 'e', at: 4, by, kind: 'ended' },
  ]
  const before = standingOf(terms, events)
  const event: OrderEvent = { id: 'c', at, by: 'mei', kind: 'confirmed', how: 'self' }
  const after = before && step(terms, before, event)
  if (!before || !after) throw new Error('an order that is not served')
  return following({ repeat: { first: 'f', nth: 0 }, placedAt: 0, events }, before, event, after)
}

test.each(['goes-on', 'ends'] as const)(
  'done elsewhere, and the series %s: seen to at once, or in the next one’s own week',
  (series) => {
    const by = 'mei'
    const placed = (wants: Slot | null): OrderEvent[] => [
      { id: 'p', at: 0, by, kind: 'placed', route: 'volunteers', start: 'triage', wants },
    ]
    const guided = (wants: Slot | null) => {
      const events = placed(wants)
      const before = standingOf(terms, events)
      const event: OrderEvent = { id: 'g', at: 2 * day, by: 'shi', kind: 'guided', where: '到窗口办', series }
      const after = before && step(terms, before, event)
      if (!before || !after) throw new Error('not guided')
      expect(seriesOf({ events: [...events, event] }, after)).toBe(series)
      return following({ repeat: { first: 'f', nth: 0 }, placedAt: 0, events }, before, event, after)
    }
    expect(guided(slot)).toEqual({ repeatDue: true, repeatFrom: 2 * day })
    expect(guided(null)).toEqual({ repeatDue: true, repeatFrom: series === 'ends' ? 2 * day : 7 * day })
  },
)

test.each([
  ['without a wished time the next is placed when the week is over', null, 2 * day, 7 * day],
  ['at once where that is over already', null, 9 * day, 9 * day],
  ['with one at once: its own week is in its time', slot, 2 * day, 2 * day],
])('%s', (_, wants, at, repeatFrom) => {
  expect(confirmed(wants, at)).toEqual({ repeatDue: true, repeatFrom })
})
