import { memberId } from '../../cloudfunctions/runtime/caller'
import { day, hour, startOfDay } from '../../src/domain/day'
import type { HoursPage } from '../../src/domain/hours'
import { type LedgerEntry, sumOf } from '../../src/domain/ledger'
import { type Town, town } from './town'
import { cleared, member } from './world'

let here: Town
let turn = 0
const intent = () => `intent-visit-${(turn += 1)}`
const id = (who: string) => memberId('one', `web:${who}`)
const tomorrow = startOfDay(Date.now()) + day + 10 * hour
const slot = { startsAt: tomorrow, endsAt: tomorrow + 2 * hour }

beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'mei', ['resident'], { name: '梅姨', band: '60-79' }),
    member('one', 'ana', ['volunteer'], { ...cleared, name: '阿娜' }),
    member('one', 'bo', ['volunteer'], { ...cleared, name: '阿波' }),
    member('one', 'shi', ['social-worker'], { name: '社工施' }),
  ])
})
afterAll(() => here.stop())

const does = (who: string, deed: string, order: string, more: Record<string, unknown> = {}) =>
  here.value<unknown>(who, `order.${deed}`, { intent: intent(), order, ...more })

const asked = {
  person: id('mei'),
  item: 'tap-and-pipe',
  words: '厨房龙头滴水',
  wants: null,
  building: 'b-1',
  room: '7单元302',
  weekly: false,
  urgent: 'none',
}

test('whoever carried an order out has the time that was agreed counted by the word of whoever ordered, each once', async () => {
  const { order } = await here.value<{ order: string }>('mei', 'order.place', { intent: intent(), ...asked })
  await does('shi', 'putUp', order, { words: true })
  for (const who of ['ana', 'bo']) await does(who, 'take', order)
  await does('ana', 'schedule', order, { slot, reason: null })
  here.local.clock.shift(slot.startsAt - here.local.clock.now())
  await does('bo', 'start', order)
  // Five hours later, of which two were agreed.
  here.local.clock.shift(5 * hour)
  await does('ana', 'end', order)
  await here.local.fire('chase')
  expect((await here.value<HoursPage>('ana', 'hours.mine')).services[0]).toMatchObject({
    state: 'awaiting',
    measured: 119,
  })

  await does('mei', 'confirm', order)
  for (const _ of [1, 2, 3]) await here.local.fire('chase')
  for (const who of ['ana', 'bo']) {
    const { serving, services } = await here.value<HoursPage>(who, 'hours.mine')
    expect({ who, serving, services: services.length }).toEqual({ who, serving: 119, services: 1 })
  }
  const { served } = await here.value<HoursPage>('mei', 'hours.mine')
  expect(served).toBe(238)
  const ledger = here
    .dump()
    .filter((line) => line.startsWith('ledger '))
    .map((line) => JSON.parse(line.slice('ledger '.length)) as LedgerEntry)
  expect(ledger).toHaveLength(2)
  expect(sumOf(ledger)).toBe(0)
})
