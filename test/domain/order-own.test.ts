import { beginningOf, needsMeFirst } from '../../src/domain/order-own'

test('own words are shown by their first fourteen characters, in one line', () => {
  expect(beginningOf(' 想找人\n换个灯 ')).toBe('想找人 换个灯')
  expect(beginningOf('一二三四五六七八九十甲乙丙丁')).toBe('一二三四五六七八九十甲乙丙丁')
  expect(beginningOf('一二三四五六七八九十甲乙丙丁戊')).toBe('一二三四五六七八九十甲乙丙丁…')
})

test('what waits for my word comes first, then what is open, then what is closed; within each as it was', () => {
  const rows = ['rated', 'open', 'ended', 'complained', 'cancelled', 'ended'] as const
  const sorted = needsMeFirst(rows.map((state, id) => ({ state, id })))
  expect(sorted.map(({ id }) => id)).toEqual([2, 5, 1, 3, 0, 4])
})
