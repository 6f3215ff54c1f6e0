import type { DayView, SlotView } from '../../src/domain/booking-page'
import { firstDay, mayChoose, tapped } from '../../src/domain/slot-choice'
import { emptySeries, seriesOf, told } from '../../src/staff/booking/series'
import { clockMinute, minuteClock, seriesWords } from '../../src/text/booking-desk-words'

const minute = 60_000
const midnight = Date.parse('2026-11-23T00:00+08:00')
const slotAt = (slot: number, more: Partial<SlotView> = {}): SlotView => ({
  slot,
  startsAt: midnight + slot * minute,
  endsAt: midnight + (slot + 60) * minute,
  free: 1,
  waiting: 0,
  waitRoom: 0,
  mine: false,
  activity: false,
  purpose: null,
  ...more,
})
const day: DayView = { day: midnight, open: true, slots: [540, 600, 660, 780].map((slot) => slotAt(slot)) }
const slot = (at: number) => day.slots.find((each) => each.slot === at) as SlotView

describe('choosing slots', () => {
  test.each([
    ['the first', [], 540, [540]],
    ['the one behind it goes with it', [540], 600, [540, 600]],
    ['one further off begins anew', [540], 660, [660]],
    ['one before begins anew', [600], 540, [540]],
    ['across a gap of the day they stand in a row of the grid', [660], 780, [660, 780]],
    ['no more than may be', [540, 600], 660, [660]],
    ['a tap on a chosen one lets go of it and what is behind', [540, 600], 600, [540]],
    ['and on the only one of all', [540], 540, []],
  ] as const)('%s', (_, before, at, after) => {
    expect(tapped(before, slot(at), day, 2)).toEqual(after)
  })

  test('one without a seat is only chosen by itself: its line is', () => {
    expect(tapped([540], slotAt(600, { free: 0, waitRoom: 3 }), day, 2)).toEqual([600])
  })

  test.each([
    ['free', {}, true],
    ['full, with a line', { free: 0, waitRoom: 1 }, true],
    ['full', { free: 0 }, false],
    ['mine', { mine: true }, false],
    ['an activity', { activity: true }, false],
  ] as const)('%s', (_, more, may) => {
    expect(mayChoose(slotAt(540, more), midnight)).toBe(may)
    expect(mayChoose(slotAt(540, more), midnight + 541 * minute)).toBe(false)
  })

  test('the first day shown is one with something left', () => {
    const full = { ...day, day: midnight - 1, slots: [slotAt(540, { free: 0 })] }
    expect(firstDay([{ ...day, open: false, slots: [] }, full, day], midnight)).toBe(day)
    expect(firstDay([{ ...day, open: false, slots: [] }, full], midnight)).toBe(full)
  })
})

describe('a series as staff write it', () => {
  const whole = {
    ...emptySeries(midnight),
    title: '理发',
    place: '一楼',
    note: '带毛巾',
    item: { code: 'x', name: '理发' },
  }

  test('whole, it is sent as it is', () => {
    expect(told(whole).input).toMatchObject({ opensAt: 540, closesAt: 1020, minutes: 30, capacity: 1, from: midnight })
    expect(told({ ...whole, kind: 'room' }).input).toMatchObject({ item: null, capacity: 1, waitCapacity: 0, most: 2 })
  })

  test.each([
    ['without a service', { item: null }, 'item'],
    ['closing before one slot is over', { closes: '9:20' }, 'closes'],
    ['on no day', { weekdays: [] }, 'weekdays'],
    ['until before it begins', { until: '2026-11-01' }, 'until'],
    ['for nobody', { capacity: '0' }, 'capacity'],
    ['at no hour', { opens: '25:00' }, 'opens'],
  ] as const)('%s it is not sent, and says which field', (_, change, field) => {
    const { wrong, input } = told({ ...whole, ...change, weekdays: 'weekdays' in change ? [] : whole.weekdays })
    expect([input, wrong[field]]).toEqual([null, true])
  })

  test('what is read back is what was sent', () => {
    const sent = told(whole).input
    if (!sent) throw new Error('not whole')
    const back = seriesOf({ ...sent, weekdays: [...sent.weekdays], id: 't', version: 1, off: [] })
    expect(told(back).input).toEqual(sent)
  })

  test.each(['9:30', '9：30', '930', '09:30'])('%s is half past nine', (text) => {
    expect(minuteClock(clockMinute(text) ?? -1)).toBe('9:30')
  })

  test('its days are told in the order of the week', () => {
    const sent = told({ ...whole, weekdays: [6, 2, 0] }).input
    if (!sent) throw new Error('not whole')
    expect(seriesWords({ ...sent, id: 't', version: 1, off: [] })).toContain('每周二、六、日')
  })
})
