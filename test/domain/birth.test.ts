import { ageAt, bandAt, isBorn } from '../../src/domain/birth'

const at = (text: string) => Date.parse(`${text}T12:00+08:00`)

describe('an age from year and month', () => {
  test.each([
    ['the month of birth is not over: not yet', { year: 2012, month: 11 }, '2026-11-30', 13],
    ['the month after it: a year more', { year: 2012, month: 11 }, '2026-12-01', 14],
    ['across the turn of the year', { year: 2012, month: 12 }, '2026-12-31', 13],
    ['on New Year’s Day', { year: 2012, month: 12 }, '2027-01-01', 14],
    ['born this month', { year: 2026, month: 11 }, '2026-11-23', 0],
  ])('%s', (_, birth, day, age) => {
    expect(ageAt(birth, at(day))).toBe(age)
  })

  test('a child moves on through the bands by the calendar', () => {
    const birth = { year: 2016, month: 5 }
    const bands = ['2019-06-01', '2020-05-31', '2020-06-01', '2023-06-01', '2029-06-01', '2034-06-01', '2096-06-01']
    expect(bands.map((day) => bandAt(birth, at(day)))).toEqual(['0-3', '0-3', '4-6', '7-12', '13-17', '18-34', '80+'])
  })

  test('nobody is born in a month to come', () => {
    expect(isBorn({ year: 2026, month: 11 }, at('2026-11-01'))).toBe(true)
    expect(isBorn({ year: 2026, month: 12 }, at('2026-11-30'))).toBe(false)
  })
})
