import { kid } from './world'
import type { Order, OrderEvent } from '../../src/domain/order'
import { guardsOf } from '../../src/domain/order-guards'
import { standingOf } from '../../src/domain/order-log'
import { memberId } from '../../cloudfunctions/runtime/caller'

/** When the orders of the tests were placed: today, so that nothing of them is due. */
const placedAt = Date.now()

/** An order of 黄秀莲's that has been placed, and whatever else is in its log. */
export function order(at: string, _id: string, more: Partial<Order> = {}, later: readonly OrderEvent[] = []): Order {
  const holder = more.holder ?? memberId(at, 'web:huang')
  const route = more.locked ? 'staff' : 'volunteers'
  const placed: OrderEvent = {
    id: `placed-${_id}`,
    at: placedAt,
    by: holder,
    kind: 'placed',
    route,
    start: 'triage',
    wants: null,
  }
  const events = [placed, ...later]
  const facts = {
    _id,
    centre: at,
    item: 'tap-and-pipe',
    category: 'home-repair',
    title: '水龙头水管滴漏',
    holder,
    person: holder,
    band: '60-79' as const,
    building: 'b-1',
    kept: false,
    reach: 'app' as const,
    home: true,
    minutes: 60,
    need: 1 as const,
    locked: false,
    repeat: null,
    placedAt,
    ...more,
  }
  const standing = standingOf(facts, events)
  if (!standing) throw new Error('an order without its placing')
  return {
    ...facts,
    ...guardsOf(standing, events.length),
    keeps: false,
    repeatDue: false,
    countDue: false,
    told: events.length,
    toTell: false,
    events,
  }
}

/** At each of the two centres one order of 黄秀莲's, "<centre>-order". */
export const orders = (): Order[] => ['one', 'two'].map((at) => order(at, `${at}-order`))

/** 黄秀莲's child. */
export const child = kid('one', 'huang', 'k1').id
