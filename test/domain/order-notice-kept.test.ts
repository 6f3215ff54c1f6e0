import type { InboxEntry } from '../../src/domain/message'
import type { Order, OrderEvent } from '../../src/domain/order'
import { orderOwed } from '../../src/domain/order-notice'
import { orderNoticeWords } from '../../src/text/order-notice-words'

/** Of someone without a phone, for whom staff wrote the order down. */
const monday = Date.parse('2026-11-23T09:00+08:00')
const hour = 3_600_000
let turn = 0
const event = (kind: string, by: string, more = {}) =>
  ({ id: `${kind}-${(turn += 1)}`, at: monday + turn, by, kind, ...more }) as OrderEvent
const begun = [
  event('placed', 'shi', { route: 'staff', start: 'triage', wants: null }),
  event('assigned', 'shi', { to: { kind: 'organisation', id: 'ent-wujin' } }),
]
const slot = { startsAt: monday + 30 * hour, endsAt: monday + 31 * hour }
const agreed = [...begun, event('taken', 'shop'), event('scheduled', 'shop', { slot, reason: null })]
const series = (which?: string) => event('guided', 'shi', { where: '到窗口办', ...(which && { series: which }) })

/** What the last event owes to whom, besides those who serve. */
function told(kept: boolean, events: OrderEvent[], repeat = {}): string[] {
  const terms = { home: true, minutes: 60, need: 1, locked: false, ...repeat }
  const order = { holder: 'chen', person: 'chen', kept, ...terms, events } as unknown as Order
  return orderOwed(order, events.length - 1).flatMap(({ to, kind }) => {
    if (typeof to === 'string') return [`${to} ${kind}`]
    return 'member' in to && to.member === 'chen' ? [`chen ${kind}`] : []
  })
}

const moments: [what: string, events: OrderEvent[], kind: string, tell: string][] = [
  ['a time is agreed', agreed, 'order-time', 'order-tell-time'],
  [
    'another time is agreed',
    [...agreed, event('scheduled', 'shop', { slot: { startsAt: slot.startsAt + hour, endsAt: slot.endsAt + hour } })],
    'order-time',
    'order-tell-time',
  ],
  ['who will knock', [...agreed, event('sent', 'shop', { names: '王师傅' })], 'order-sent', 'order-tell-sent'],
  [
    'it is looked for anew',
    [...agreed, event('handed-on', 'shop', { reason: '材料没到' })],
    'order-again',
    'order-tell-again',
  ],
  ['they were missed', [...agreed, event('missed', 'shop', { who: 'resident' })], 'order-missed', 'order-tell-missed'],
  [
    'staff cancel it',
    [...agreed, event('cancelled', 'shi', { reason: '雨' })],
    'order-cancelled',
    'order-tell-cancelled',
  ],
  ['they are guided elsewhere', [...begun.slice(0, 1), series()], 'order-guided', 'order-tell-guided'],
  ['for this week', [...begun.slice(0, 1), series('goes-on')], 'order-guided-week', 'order-tell-guided-week'],
  ['for good', [...begun.slice(0, 1), series('ends')], 'order-guided-series', 'order-tell-guided-series'],
]

test.each(moments)(
  '%s: the desk is asked to tell them, once, and nothing goes to an inbox that nobody reads',
  (_, events, kind, tell) => {
    const other = told(false, events)
    expect(other).toContain(`chen ${kind}`)
    const lines = told(true, events)
    expect(lines.filter((line) => line === `desk ${tell}`)).toHaveLength(1)
    expect(lines.filter((line) => line.startsWith('chen '))).toEqual([])
    // Nobody with a phone is told by the desk.
    expect(other.filter((line) => line.includes('order-tell'))).toEqual([])
  },
)

test('that somebody took it is news with a time only; and whoever is to be told is not named in the inbox', () => {
  expect(told(true, agreed.slice(0, 3))).toEqual([])
  const entry = { title: '水龙头', reason: '王师傅', startsAt: slot.startsAt } as unknown as InboxEntry
  const { title, text } = orderNoticeWords['order-tell-sent'](entry, monday)
  expect(title).toContain('请转告')
  expect(text).toMatch(/^王师傅。.*没有手机/)
})
