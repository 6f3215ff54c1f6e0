import type { ActivityPage, SeatGlance } from '../../src/domain/activity'
import { ageBands } from '../../src/domain/age'
import type { OwnProfile } from '../../src/domain/member'
import { candidates, whyNot } from '../../src/pages/activity/choice'

const now = Date.UTC(2026, 10, 23, 2)
const hour = 3_600_000

const seats: SeatGlance = { capacity: 20, free: 6, waiting: 0, waitRoom: 10 }

const page = (change: Partial<ActivityPage> = {}): ActivityPage => ({
  id: 'f-05',
  centre: 'lilan',
  title: '手机课',
  description: '',
  category: 'elder-learning',
  organiser: '社工小林',
  place: { name: '二楼学堂', note: '' },
  startsAt: now + 24 * hour,
  endsAt: now + 26 * hour,
  bands: [...ageBands],
  bring: null,
  cover: null,
  state: 'open',
  opensAt: now - hour,
  closesAt: now + 12 * hour,
  seats,
  priority: null,
  parties: [],
  whyNot: null,
  staff: false,
  ...change,
})

const wang: OwnProfile = {
  id: 'wang',
  name: '王阿姨',
  band: '60-79',
  building: null,
  estate: null,
  roles: ['resident'],
  family: [{ id: 'wang.a', name: '小宝', band: '4-6', relation: 'grandchild' }],
}

const reasons = (activity: ActivityPage) => candidates(activity, wang, now).map((each) => each.whyNot?.reason)

describe('who may be chosen', () => {
  test('everyone of the age who is not on the list', () => {
    expect(reasons(page())).toEqual([undefined, undefined])
  })

  test('nobody whose age the activity is not for', () => {
    expect(reasons(page({ bands: ['60-79', '80+'] }))).toEqual([undefined, 'age-not-fit'])
  })

  test('nobody who is on the list already', () => {
    const parties: ActivityPage['parties'] = [
      { id: 'p-12345678', people: [{ id: 'wang', name: '王阿姨' }], state: 'waiting', position: 1 },
    ]
    expect(reasons(page({ parties }))).toEqual(['already-signed', undefined])
  })
})

describe('why the button is grey', () => {
  const together = [wang, ...wang.family]

  test('not at all, where there is room to sit or to wait', () => {
    expect(whyNot(page(), together, now)).toBeUndefined()
    expect(whyNot(page({ seats: { ...seats, free: 0, waiting: 3 } }), together, now)).toBeUndefined()
  })

  test('the function says why already', () => {
    expect(whyNot(page({ whyNot: { reason: 'activity-cancelled' } }), together, now)).toEqual({
      reason: 'activity-cancelled',
    })
  })

  test('time went by while the page was open', () => {
    expect(whyNot(page(), together, now + 12 * hour)).toEqual({ reason: 'signup-closed', closedAt: now + 12 * hour })
  })

  test('fewer places are left than people are chosen, and how many wait is told', () => {
    const full = page({ seats: { capacity: 20, free: 0, waiting: 9, waitRoom: 1 } })
    expect(whyNot(full, together, now)).toEqual({ reason: 'waitlist-full', waiting: 9 })
    expect(whyNot(full, [wang], now)).toBeUndefined()
  })

  test('the table has fewer seats than people are chosen', () => {
    const small = page({ seats: { capacity: 1, free: 1, waiting: 0, waitRoom: 9 } })
    expect(whyNot(small, together, now)).toEqual({ reason: 'party-too-large', capacity: 1 })
  })
})
