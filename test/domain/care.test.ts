import { type Cared, careFor, milestoneBetween } from '../../src/domain/care'
import { day, hour } from '../../src/domain/day'
import { type DutyTime, timesOf } from '../../src/domain/shift'

const now = Date.parse('2026-11-23T12:00+08:00')
const shift = (days: number, hours = 2) => ({ startsAt: now + days * day, endsAt: now + days * day + hours * hour })
const known = (more: Partial<Cared> = {}): Cared => ({
  id: 'x',
  state: 'active',
  weekHours: 5,
  since: now - 200 * day,
  askedAt: null,
  shifts: [],
  ...more,
})

test.each<[string, Partial<Cared>, object | undefined]>([
  ['nobody asked for half a year', {}, { care: 'quiet', days: 200 }],
  ['asked last week', { askedAt: now - 7 * day }, undefined],
  ['a shift a month ago', { shifts: [shift(-30)] }, undefined],
  ['a shift ahead', { shifts: [shift(3)] }, undefined],
  ['new here', { since: now - 10 * day }, undefined],
  ['resting', { state: 'resting' }, undefined],
  [
    'more than twice what they wished',
    { weekHours: 1, shifts: [-2, -9, -16, -23].map((days) => shift(days, 3)) },
    { care: 'much', hours: 12, wished: 4 },
  ],
  [
    'more than sixty hours, whatever they wished',
    { weekHours: 20, shifts: Array.from({ length: 9 }, (_, n) => shift(-2 * n - 1, 7)) },
    { care: 'much', hours: 63 },
  ],
  [
    'seven days running',
    { weekHours: 20, shifts: Array.from({ length: 7 }, (_, n) => shift(n - 3)) },
    { care: 'running', days: 7 },
  ],
  ['six days running', { weekHours: 20, shifts: Array.from({ length: 6 }, (_, n) => shift(n - 3)) }, undefined],
])('whom to say a word to: %s', (_, more, expected) => {
  const found = careFor(known(more), now)
  if (expected) expect(found).toMatchObject(expected)
  else expect(found).toBeUndefined()
})

test.each([
  [0, 59, undefined],
  [0, 60, 1],
  [60, 599, undefined],
  [30, 600, 10],
  [590, 6100, 100],
])('from %i to %i minutes the milestone is %p', (before, after, hours) => {
  expect(milestoneBetween(before, after)).toBe(hours)
})

describe('the times of a duty', () => {
  const monday = Date.parse('2026-11-23T00:00+08:00')
  const tuesdays: DutyTime = { kind: 'weekly', weekdays: [2], from: 540, to: 720, firstDay: monday, lastDay: null }

  test('every Tuesday from nine to twelve, from now on, and never before', () => {
    const times = timesOf(tuesdays, monday, monday + 28 * day)
    expect(times.map(({ startsAt }) => new Date(startsAt + 8 * hour).toISOString().slice(0, 16))).toEqual([
      '2026-11-24T09:00',
      '2026-12-01T09:00',
      '2026-12-08T09:00',
      '2026-12-15T09:00',
    ])
    expect(timesOf(tuesdays, monday + day + 10 * hour, monday + 7 * day)).toEqual([])
  })

  test('until its last day, that day included', () => {
    const ending: DutyTime = { ...tuesdays, lastDay: monday + 8 * day } as DutyTime
    expect(timesOf(ending, monday, monday + 28 * day)).toHaveLength(2)
  })

  test('once is once, and not again when it has begun', () => {
    const once: DutyTime = { kind: 'once', startsAt: monday + hour, endsAt: monday + 2 * hour }
    expect(timesOf(once, monday, 8.64e15)).toHaveLength(1)
    expect(timesOf(once, monday + 2 * hour, 8.64e15)).toEqual([])
  })
})
