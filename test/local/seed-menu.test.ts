import { menuSeed } from '../../local/seed/menu'
import { serviceIn } from '../../cloudfunctions/menu/stock'
import { day, startOfDay } from '../../src/domain/day'
import { licenceState } from '../../src/domain/licence'
import { categoriesServed, standingOf, whyNotPublish } from '../../src/domain/menu-standing'
import { leftOf } from '../../src/domain/resource'

const now = Date.parse('2026-11-23T08:00+08:00')
const { menus, providers, resources } = menuSeed('lilan', startOfDay(now))
const entries = menus[0]?.entries ?? []
const lines = entries.map((entry) => ({ entry, category: serviceIn(entry)?.category ?? '' }))

test('the demo centre’s menu could have been published: every line is known, is provided, and there are enough', () => {
  expect(lines.filter(({ category }) => category === '')).toEqual([])
  expect(entries.length).toBeGreaterThanOrEqual(60)
  expect(categoriesServed(lines, now).length).toBeGreaterThanOrEqual(14)
  expect(whyNotPublish(lines, menus[0]?.minimum ?? 28, [], now)).toBeUndefined()
  expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length)
  const keys = providers.map(({ key }) => key)
  expect(entries.flatMap((entry) => entry.providers).filter((key) => !keys.includes(key))).toEqual([])
})

test('what stands on no menu is not on it', () => {
  expect(lines.filter(({ category }) => ['recovery-support', 'reintegration'].includes(category))).toEqual([])
})

test('there is something of every kind to see: in its season, before it, paused; licences of every age', () => {
  const standings = new Set(entries.map((entry) => standingOf(entry, now)))
  expect([...standings].sort()).toEqual(['over', 'paused', 'served'])
  expect(new Set(entries.map((entry) => serviceIn(entry)?.mode)).size).toBe(5)
  const states = providers.flatMap(({ licences }) => licences.map((licence) => licenceState(licence, now)))
  expect([...new Set(states)].sort()).toEqual(['checked', 'ending', 'expired', 'waiting'])
})

test('every ledger is what its entries say, in order of time', () => {
  expect(resources.length).toBeGreaterThan(5)
  for (const { entries, left, returned } of resources) {
    expect(left).toBe(leftOf(entries))
    expect(left).toBeGreaterThanOrEqual(0)
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).sort((a, b) => a - b))
    expect(returned.length).toBe(entries.filter(({ kind }) => kind === 'return').length)
    expect(entries.every(({ at }) => at <= now + day)).toBe(true)
  }
})
