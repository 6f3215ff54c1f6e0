import { day } from '../../src/domain/day'
import { holding, isMeant, type Licence, licenceState, mayBeSent } from '../../src/domain/licence'
import { hoursOn, spells, workingDays, worksAt } from '../../src/domain/provider-calendar'
import { leftOf, type ResourceEntry, resourceCard } from '../../src/domain/resource'
import { catalogue } from '../../cloudfunctions/catalogue/catalogue'
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

describe('whether a paper is the one that is asked for, however its issuer puts it', () => {
  test.each([
    ['养老护理员证', '养老护理员证'],
    ['养老护理员职业技能等级证书', '养老护理员证'],
    ['养老护理员（三级）证书', '养老护理员证'],
    ['低压电工作业证', '低压电工证'],
    ['特种作业操作证（低压电工）', '低压电工证'],
    ['护士执业证书', '执业护士'],
    ['执业护士', '执业护士'],
    ['律师执业证', '执业律师'],
    ['执业医师资格证', '执业医师'],
    ['中医推拿执业证', '中医（推拿）执业资格'],
    ['急救导师证', '持证急救导师'],
    ['低压电工证', '燃气安检员或电工证'],
    ['燃气安检员上岗证', '燃气安检员或电工证'],
  ])('%s is for %s', (name, demanded) => {
    expect(isMeant(name, demanded)).toBe(true)
  })

  test.each([
    ['执业', '护士执业证'],
    ['执业证', '执业护士'],
    ['证书', '低压电工证'],
    ['护士资格证', '执业护士'],
    ['实习律师执业证', '执业律师'],
    ['执业助理医师', '执业医师'],
    ['养老护理员培训结业证', '养老护理员证'],
    ['电工', '低压电工证'],
    ['高压电工作业证', '低压电工证'],
    ['护理员', '养老护理员证'],
    ['工', '低压电工证'],
    ['食品经营许可', '执业护士'],
  ])('%s is not for %s', (name, demanded) => {
    expect(isMeant(name, demanded)).toBe(false)
  })

  test('of everything that the catalogue demands to be checked, the paper of that very name is the one', () => {
    const demanded = catalogue.items.flatMap(({ risks, qualification }) =>
      risks.includes('verify-licence') && qualification !== null ? qualification.split('或') : [],
    )
    expect(demanded.length).toBeGreaterThan(5)
    for (const name of demanded) expect([name, isMeant(name, name)]).toEqual([name, true])
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
