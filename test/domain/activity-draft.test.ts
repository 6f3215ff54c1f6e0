import { copyOf, emptyPlan, type Plan } from '../../src/domain/activity-draft'
import { lacksOf } from '../../src/domain/activity-lack'
import { firstLabel } from '../../src/domain/priority'

const now = Date.parse('2026-11-23T14:00+08:00')
const hour = 3_600_000
const day = 24 * hour

const whole: Plan = {
  ...emptyPlan,
  title: '手机课',
  category: 'elder-learning',
  place: '二楼学堂',
  startsAt: now + day,
  endsAt: now + day + hour,
  capacity: 20,
}

const cases: [what: string, plan: Partial<Plan>, lacks: string[]][] = [
  ['nothing is missing', {}, []],
  ['a plan may say everything', { opensAt: now + hour, closesAt: now + 2 * hour, waitCapacity: 0 }, []],
  ['a name', { title: null }, ['title needed']],
  ['a category', { category: null }, ['category needed']],
  ['a place', { place: null }, ['place needed']],
  ['somebody to come', { bands: [] }, ['bands needed']],
  ['seats', { capacity: null }, ['capacity needed']],
  ['at least one seat', { capacity: 0 }, ['capacity needed']],
  ['times', { startsAt: null, endsAt: null }, ['startsAt needed', 'endsAt needed']],
  ['a start that lies ahead', { startsAt: now, endsAt: now + hour }, ['startsAt past']],
  ['an end after the start', { endsAt: now + day }, ['endsAt before-start']],
  ['an end within a day', { endsAt: now + 3 * day }, ['endsAt too-long']],
  ['signing up before it starts', { opensAt: now + day }, ['opensAt after-start']],
  ['a closing that lies ahead', { closesAt: now }, ['closesAt past']],
  ['a closing after the opening', { opensAt: now + 2 * hour, closesAt: now + hour }, ['closesAt before-open']],
  ['a closing before the start', { closesAt: now + 2 * day }, ['closesAt after-start']],
  ['somebody to go first', { firstUntil: now + hour }, ['firstBands needed']],
  ['a window after the opening', { firstUntil: now - 1, firstBuildings: ['b-1'] }, ['firstUntil before-open']],
  ['a window before the start', { firstUntil: now + 2 * day, firstBands: ['80+'] }, ['firstUntil after-start']],
]

test.each(cases)('to publish: %s', (_what, more, lacks) => {
  expect(lacksOf({ ...whole, ...more }, now).map(({ field, why }) => `${field} ${why}`)).toEqual(lacks)
})

test('an empty plan is told everything that it needs, at once', () => {
  const fields = lacksOf(emptyPlan, now).map(({ field }) => field)
  expect(fields).toEqual(['title', 'category', 'startsAt', 'endsAt', 'place', 'capacity'])
})

test('a copy is at the same hour of the same weekday, ahead, and says the same otherwise', () => {
  for (const ago of [0, 1, 6, 7, 8, 100]) {
    const old = {
      ...whole,
      startsAt: now - ago * day,
      endsAt: now - ago * day + hour,
      closesAt: now - ago * day - hour,
    }
    const copy = copyOf(old, now)
    expect(copy.startsAt).toBeGreaterThan(now)
    expect(((copy.startsAt ?? 0) - old.startsAt) % (7 * day)).toBe(0)
    expect((copy.startsAt ?? 0) - now).toBeLessThanOrEqual(7 * day)
    expect([(copy.endsAt ?? 0) - (copy.startsAt ?? 0), (copy.startsAt ?? 0) - (copy.closesAt ?? 0)]).toEqual([
      hour,
      hour,
    ])
    expect(copy).toMatchObject({ title: '手机课', place: '二楼学堂', capacity: 20 })
  }
  expect(copyOf({ ...whole, startsAt: now + day }, now).startsAt).toBe(now + 8 * day)
})

test('who goes first is told by estate where it is a whole one', () => {
  const buildings = ['1', '2'].map((n) => ({ id: n, name: `听榕苑${n}栋`, estate: 'tr', estateName: '听榕苑' }))
  expect(firstLabel(['60-79', '80+'], ['1', '2'], buildings)).toBe('60 岁以上、听榕苑')
  expect(firstLabel([], ['2'], buildings)).toBe('听榕苑2栋')
})
