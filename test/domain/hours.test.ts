import { atShift, type Service, type ServiceEvent } from '../../src/domain/hours'
import { serviceOf, silentOf } from '../../src/domain/hours-log'

const minute = 60_000
const start = Date.parse('2026-11-23T09:00+08:00')
const planned = { startsAt: start, endsAt: start + 120 * minute }
const at = (minutes: number) => start + minutes * minute

const fold = (...events: ServiceEvent[]) => serviceOf({ ...planned, events })
const came = (minutes: number): ServiceEvent => ({ id: 'in-1', at: at(minutes), kind: 'in', by: 'v', way: 'code' })
const went = (minutes: number): ServiceEvent => ({ id: 'out-1', at: at(minutes), kind: 'out', by: 'v', way: 'code' })
const word = (id: string, minutes: number): ServiceEvent => ({
  id,
  at: at(200),
  kind: 'confirm',
  by: 's',
  side: 'staff',
  minutes,
})
const appeal = (id: string, about: string, minutes = 120): ServiceEvent => ({
  id,
  at: at(300),
  kind: 'appeal',
  by: 'v',
  about,
  minutes,
  reason: '我待到了最后',
})
const right = (id: string, corrects: string, minutes: number): ServiceEvent => ({
  id,
  at: at(400),
  kind: 'correct',
  by: 's',
  corrects,
  minutes,
  reason: '核对过了',
})

describe('minutes by the clock', () => {
  test.each([
    ['within what was planned', [came(5), went(95)], 90, 'awaiting', false],
    ['coming early and staying on count only as planned', [came(-20), went(170)], 120, 'awaiting', false],
    ['a begun minute does not count', [came(0), { ...went(0), at: at(10) + 59_000 }], 10, 'awaiting', false],
    ['gone before it began is nothing', [came(-25), went(-5)], 0, 'awaiting', false],
    ['come after the end is nothing', [came(130), went(150)], 0, 'awaiting', false],
    ['still there', [came(3)], 0, 'on', false],
    [
      'forgotten: the planned end, and marked',
      [came(15), { id: 'c', at: at(240), kind: 'close' }],
      105,
      'awaiting',
      true,
    ],
    ['the first going counts', [came(0), went(60), { ...went(90), id: 'out-2' }], 60, 'awaiting', false],
  ] as [string, ServiceEvent[], number, Service['state'], boolean][])('%s', (_, events, measured, state, forgotten) => {
    expect(fold(...events)).toMatchObject({ measured, state, forgotten, counted: 0 })
  })
})

test('silence counts the clock’s minutes, and what only who served says no more than is usual', () => {
  const events = [came(0), went(100)]
  expect(silentOf({ ...planned, events })).toBe(100)
  expect(silentOf({ ...planned, events, usual: 45 })).toBe(45)
  expect(silentOf({ ...planned, events, usual: 110 })).toBe(100)
})

test('an hour of the clock is the one within the shift, also where that goes over midnight', () => {
  const time = (text: string) => Date.parse(`2026-11-${text}+08:00`)
  const night = { startsAt: time('23T22:00'), endsAt: time('24T02:00') }
  expect(atShift(night, time('23T00:30'))).toBe(time('24T00:30'))
  expect(atShift(night, time('23T22:15'))).toBe(time('23T22:15'))
  const early = { startsAt: time('24T00:10'), endsAt: time('24T02:00') }
  expect(atShift(early, time('24T23:50'))).toBe(time('23T23:50'))
  // What lies in neither stays as it was said, and is refused.
  expect(atShift(night, time('23T12:00'))).toBe(time('23T12:00'))
})

describe('whose word counts', () => {
  const there = [came(0), went(90)]

  test('the other side’s, not the clock’s; and a second word is none', () => {
    const { counted, decisions } = fold(...there, word('w1', 75), word('w2', 400))
    expect(counted).toBe(75)
    expect(decisions).toHaveLength(1)
  })

  test('a word while they are still there is none', () => {
    expect(fold(came(0), word('w1', 75))).toMatchObject({ counted: 0, state: 'on' })
  })

  test('an appeal leaves what was decided as it is until it is answered', () => {
    const told = fold(...there, word('w1', 60), appeal('a1', 'w1'))
    expect(told).toMatchObject({ state: 'appealed', counted: 60 })
    expect(told.appeal?.minutes).toBe(120)
  })

  test('a correction names what it puts right and tells by how much the sum changes', () => {
    const { decisions, counted, state } = fold(...there, word('w1', 60), appeal('a1', 'w1'), right('c1', 'w1', 90))
    expect({ counted, state }).toEqual({ counted: 90, state: 'settled' })
    expect(decisions.map(({ id, change, corrects }) => [id, change, corrects])).toEqual([
      ['w1', 60, null],
      ['c1', 30, 'w1'],
    ])
  })

  test('a correction of what does not stand any more is none; so is an appeal of it', () => {
    const events = [...there, word('w1', 60), right('c1', 'w1', 90), right('c2', 'w1', 500), appeal('a1', 'w1')]
    expect(fold(...events)).toMatchObject({ counted: 90, state: 'settled', appeal: null })
  })

  test('standing by it ends the appeal and changes nothing', () => {
    const upheld: ServiceEvent = {
      id: 'u1',
      at: at(500),
      kind: 'uphold',
      by: 's',
      appeal: 'a1',
      reason: '名单上是这样',
    }
    const told = fold(...there, word('w1', 60), appeal('a1', 'w1'), upheld)
    expect(told).toMatchObject({ state: 'settled', counted: 60, appeal: null })
    expect(told.decisions).toHaveLength(1)
  })

  test('the same event twice counts once', () => {
    const events = [...there, word('w1', 60), appeal('a1', 'w1'), right('c1', 'w1', 90)]
    expect(fold(...events, ...events)).toEqual(fold(...events))
  })
})
