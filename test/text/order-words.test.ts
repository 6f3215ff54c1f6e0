import type { OrderPage } from '../../src/domain/order-page'
import { hour } from '../../src/domain/day'
import { addressLater } from '../../src/text/order-state-words'

const at = Date.parse('2026-11-25T10:00+08:00')
const page = (may: OrderPage['may']) =>
  ({ hasRoom: true, may, state: 'scheduled', slot: { startsAt: at, endsAt: at + hour } }) as const

test.each([
  ['before its day', ['start'], at - 24 * hour, '当天才看得到'],
  ['once its time is over', ['start'], at + 2 * hour, '过了，门牌和名字不再显示。已经到了，点'],
  ['once it cannot begin either', [], at + 4 * hour, '不再显示。还没去，先另约时间'],
] as const)('%s it is said why the door is not shown', (_, may, now, said) => {
  expect(addressLater(page([...may]), now, false)).toContain(said)
  expect(addressLater(page([...may]), now, true)).toContain('门牌')
})

test('while it is shown nothing is said', () => {
  expect(addressLater(page(['address']), at + 2 * hour, false)).toBeNull()
})
