import { hour, minute } from '../../src/domain/day'
import { isEarly } from '../../src/domain/order-early'

test.each([
  ['two hours before', -2 * hour, true],
  ['sixteen minutes before', -16 * minute, true],
  ['a quarter of an hour before', -15 * minute, false],
  ['as it begins', 0, false],
  ['in the midst of it', 30 * minute, false],
  ['after it', 2 * hour, false],
] as const)('who says %s that they have come is asked: %s', (_, away, asked) => {
  const startsAt = 1_800_000_000_000
  expect(isEarly({ startsAt, endsAt: startsAt + hour }, startsAt + away)).toBe(asked)
})
