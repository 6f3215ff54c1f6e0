import type { ActivityKind } from '../../src/domain/message'
import { latestChange, worthPushing } from '../../src/domain/push'
import type { Roster, RosterEvent } from '../../src/domain/roster'

const hour = 3_600_000
const start = 100 * hour

const roster = (events: RosterEvent[], more: Partial<Roster> = {}) =>
  ({
    state: 'open',
    startsAt: start,
    rules: {
      capacity: 1,
      mostOvertakes: 2,
      priority: null,
      offersFrom: start - 2 * hour,
      offerFor: hour / 2,
      settledFrom: start,
    },
    events,
    ...more,
  }) as Roster

const join = (member: string, at: number): RosterEvent => ({
  id: `join-${member}`,
  at,
  kind: 'join',
  member,
  people: [member],
  first: true,
})
const leave = (member: string, at: number): RosterEvent => ({
  id: `leave-${member}`,
  at,
  kind: 'leave',
  undoes: `join-${member}`,
})
const time = (at: number, startsAt: number, place?: string): RosterEvent => ({
  id: `time-${at}`,
  at,
  kind: 'time',
  by: 'worker',
  reason: '下雨',
  startsAt,
  endsAt: startsAt + hour,
  closesAt: startsAt,
  offersFrom: startsAt - 2 * hour,
  settledFrom: startsAt,
  ...(place !== undefined && { place: { id: place, name: place, note: '' } }),
})
const told = (to: string, kind: ActivityKind, at: number, startsAt = start) => ({ to, kind, at, startsAt })

test('a seat is pushed while it is held, and not a day after, nor once it has begun, nor to who left', () => {
  const seated = roster([join('ana', 90 * hour)])
  const news = told('ana', 'seated', 90 * hour)
  expect(worthPushing(news, seated, 91 * hour)).toBe(true)
  expect(worthPushing(news, seated, start)).toBe(false)
  expect(worthPushing(told('ana', 'seated', 60 * hour), roster([join('ana', 60 * hour)]), 85 * hour)).toBe(false)
  expect(worthPushing(news, roster([join('ana', 90 * hour), leave('ana', 91 * hour)]), 92 * hour)).toBe(false)
})

test('an offer that lapsed while the timer was down is not pushed any more', () => {
  const left = start - hour
  const offered = roster([join('ana', 1), join('bai', 2), leave('ana', left)])
  const news = told('bai', 'offered', left)
  expect(worthPushing(news, offered, left + 60_000)).toBe(true)
  expect(worthPushing(news, offered, left + hour / 2)).toBe(false)
})

test('of two changes only the last is pushed, and a reminder of the old time is not', () => {
  const moved = roster([join('ana', 50 * hour), time(60 * hour, 110 * hour), time(61 * hour, 120 * hour)], {
    startsAt: 120 * hour,
  })
  expect(worthPushing(told('ana', 'changed', 60 * hour), moved, 62 * hour)).toBe(false)
  expect(worthPushing(told('ana', 'changed', 61 * hour), moved, 62 * hour)).toBe(true)
  expect(worthPushing(told('ana', 'reminder', 60 * hour), moved, 62 * hour)).toBe(false)
  expect(worthPushing(told('ana', 'reminder', 97 * hour, 120 * hour), moved, 98 * hour)).toBe(true)
})

test('that it is cancelled is pushed to all who were on the list, waiting ones too', () => {
  const cancelled = roster(
    [join('ana', 1), join('bai', 2), { id: 'off', at: 90 * hour, kind: 'cancel', by: 'worker', reason: '雷雨' }],
    { state: 'cancelled' },
  )
  for (const to of ['ana', 'bai'])
    expect(worthPushing(told(to, 'cancelled', 90 * hour), cancelled, 91 * hour)).toBe(true)
  expect(worthPushing(told('chen', 'cancelled', 90 * hour), cancelled, 91 * hour)).toBe(false)
  expect(worthPushing(told('ana', 'seated', 89 * hour), cancelled, 91 * hour)).toBe(false)
})

test('a new place at the same time is told from a new time', () => {
  expect(latestChange(roster([join('ana', 1)]))).toBeUndefined()
  expect(latestChange(roster([time(1, start, '活动室')]))).toEqual({ at: 1, time: false, place: '活动室' })
  expect(latestChange(roster([time(1, start, '活动室'), time(2, start + hour)]))).toEqual({ at: 2, time: true })
})
