import { derivedId, memberId } from '../../cloudfunctions/runtime/caller'

describe('a member’s id', () => {
  test('is the same each time, and short enough for a printed code', () => {
    expect(memberId('one', 'web:r-01')).toBe(memberId('one', 'web:r-01'))
    expect(memberId('one', 'web:r-01')).toMatch(/^[A-Za-z0-9]{16}$/)
  })

  test('differs by centre, by person and by the way they signed in', () => {
    const ids = [memberId('one', 'web:a'), memberId('two', 'web:a'), memberId('one', 'wx:a'), memberId('one', 'web:b')]
    expect(new Set(ids).size).toBe(4)
  })

  test('ten thousand intents that begin alike make as many people', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => derivedId(8, `1790000000000-${index}`))
    expect(new Set(ids).size).toBe(10_000)
  })
})
