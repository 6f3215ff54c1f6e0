import { emptyPlan } from '../../src/domain/activity-draft'
import { windowOf } from '../../src/domain/priority'
import { goesFirst } from '../../src/domain/sign-up'
import { draft } from '../functions/world'

const day = 24 * 60 * 60 * 1000
const asked = draft('one', 'd', { ...emptyPlan, firstPeople: ['ana', 'bai'] })

test('who asked goes first for three days from the opening, or half of the time there is', () => {
  expect(windowOf(asked, 0, 10 * day)).toMatchObject({ until: 3 * day, people: ['ana', 'bai'] })
  expect(windowOf(asked, 0, 2 * day)).toMatchObject({ until: day })
  expect(windowOf({ ...asked, firstPeople: [] }, 0, 10 * day)).toBeNull()
})

test('a time of the staff’s stands, and who asked goes first in it with whom they chose', () => {
  const both = windowOf({ ...asked, firstUntil: 5, firstBands: ['80+'], firstLabel: '80 岁以上' }, 0, 10 * day)
  expect(both).toMatchObject({ until: 5, bands: ['80+'], people: ['ana', 'bai'] })
  expect(both?.label).toBe('80 岁以上、说过“我也要”的邻居')
})

test('the seat rule’s own flag says so: whoever holds the party, not whoever comes with them', () => {
  const priority = windowOf(asked, 0, 10 * day)
  const people = [{ id: 'x', band: '35-59' as const }]
  expect(goesFirst(priority, people, null, 'ana')).toBe(true)
  expect(goesFirst(priority, people, null, 'zoe')).toBe(false)
})
