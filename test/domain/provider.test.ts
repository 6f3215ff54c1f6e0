import { day } from '../../src/domain/day'
import { holding, type Licence, licenceState, mayBeSent } from '../../src/domain/licence'
import { hoursOn, spells, workingDays, worksAt } from '../../src/domain/provider-calendar'
import { leftOf, type ResourceEntry, resourceCard } from '../../src/domain/resource'
import { provider, resource } from '../functions/world-menu'

/** A Monday. */
const monday = Date.parse('2026-11-23T00:00+08:00')
const at = (days: number, hours: number) => monday + days * day + hours * 3_600_000

describe('a provider’s calendar', () => {
  const calendar = provider('one', 'org-a', { closed: [monday + 2 * day] })

  test.each([
    ['inside its hours', at(0, 9), at(0, 18), true],
    ['begun too early', at(0, 8.9), at(0, 10), false],
    ['ended too late', at(0, 17), at(0, 18.1), false],
    ['on a closed day', at(2, 9), at(2, 10), false],
    ['on a Sunday', at(6, 9), at(6, 10), false],
    ['over midnight', at(0, 17), at(1, 9), false],
  ])('%s', (_, startsAt, endsAt, works) => {
    expect(worksAt(calendar, startsAt, endsAt)).toBe(works)
  })

  test('the days of the week are those of the centre, whatever the hour', () => {
    for (const hour of [0, 7.9, 8, 23.9]) expect(hoursOn(calendar, at(0, hour))).toEqual({ from: 540, to: 1080 })
    expect(hoursOn(calendar, at(6, 23))).toBeNull()
  })

  test('working days leave out weekends and closed days', () => {
    expect(workingDays(calendar, at(0, 12), 7).map((start) => (start - monday) / day)).toEqual([0, 1, 3, 4])
  })

  test('days with the same hours are said together, from Monday on', () => {
    const noon = { from: 540, to: 720 }
    expect(spells([noon, ...calendar.hours.slice(1, 6), noon])).toEqual([
      { days: [1, 2, 3, 4, 5], hours: { from: 540, to: 1080 } },
      { days: [6, 0], hours: noon },
    ])
  })
})

describe('a licence', () => {
  const licence = (more: Partial<Licence> = {}): Licence => ({
    id: 'l',
    at: 1,
    by: null,
    name: '低压电工证',
    until: monday + 100 * day,
    check: { intent: 'i', at: 2, by: null, pass: true, reason: null },
    ...more,
  })

  test.each<[string, Partial<Licence>, string]>([
    ['seen by staff', {}, 'checked'],
    ['without an end', { until: null }, 'checked'],
    ['nobody has looked', { check: null }, 'waiting'],
    ['refused', { check: { intent: 'i', at: 2, by: null, pass: false, reason: '看不清' } }, 'refused'],
    ['about to end', { until: monday + 20 * day }, 'ending'],
    ['on its last day', { until: monday }, 'ending'],
    ['the day after', { until: monday - day }, 'expired'],
    ['expired before anyone looked', { until: monday - day, check: null }, 'expired'],
  ])('%s', (_, more, state) => {
    expect(licenceState(licence(more), monday + 3_600_000)).toBe(state)
  })

  test('residents read only what holds; and who has none that holds is not sent where it must be verified', () => {
    const all = [licence({ check: null }), licence({ until: monday - day })]
    expect(holding(all, monday)).toEqual([])
    expect(mayBeSent(all, ['verify-licence'], monday)).toBe(false)
    expect(mayBeSent(all, [], monday)).toBe(true)
    expect(mayBeSent([...all, licence()], ['verify-licence'], monday)).toBe(true)
    // The one that bears the name of what is demanded has to hold; another does not stand in for it.
    const two = [licence({ name: '执业护士', until: monday - day }), licence({ name: '食品经营许可' })]
    expect(mayBeSent(two, ['verify-licence'], monday, '执业护士')).toBe(false)
    expect(mayBeSent(two, ['verify-licence'], monday, '康复治疗师')).toBe(false)
    expect(mayBeSent(two, ['verify-licence'], monday, '按专业亮证')).toBe(true)
    const electrician = [licence({ name: '低压电工证' })]
    expect(mayBeSent(electrician, ['verify-licence'], monday, '燃气安检员或电工证')).toBe(true)
  })
})

test('what is left is what came less what went; what is out are the draws that nothing came back of', () => {
  const told = { at: 1, by: 'staff', note: null }
  const drawnFor = { noun: 'activity' as const, id: 'a', title: '便民维修日' }
  const entries: ResourceEntry[] = [
    { ...told, id: 'b', amount: 10, kind: 'bring' },
    { ...told, id: 'd1', amount: 4, kind: 'draw', for: drawnFor },
    { ...told, id: 'd2', amount: 3, kind: 'draw', for: drawnFor },
    { ...told, id: 'r', amount: 2, kind: 'return', draw: 'd1' },
    { ...told, id: 't', amount: 1, kind: 'take-back' },
  ]
  expect(leftOf(entries)).toBe(4)
  const card = resourceCard(resource('one', 'org-a', 'x', { entries, left: 4, returned: ['d1'] }))
  expect(card.out).toEqual([{ draw: 'd2', amount: 3, title: '便民维修日', at: 1 }])
  expect(card.entries.map(({ kind, title }) => [kind, title])).toEqual([
    ['take-back', ''],
    ['return', '便民维修日'],
    ['draw', '便民维修日'],
    ['draw', '便民维修日'],
    ['bring', ''],
  ])
  expect(JSON.stringify(card)).not.toContain('staff')
})
