import {
  clockRangeWords,
  dayWords,
  keptUntilWords,
  leaveDeadlineWords,
  rangeWords,
  shortMomentWords,
  soonWords,
  spanWords,
} from '../../src/text/time'

const at = (text: string): number => Date.parse(`${text}+08:00`)

/** As read: without the marks that hold things on one line. */
const read = (text: string | null): string => (text ?? '').replace(/\u2060/g, '').replace(/\u00a0/g, ' ')

// 2026-11-23 is a Monday.
const monday = at('2026-11-23T14:00')

test.each([
  ['2026-11-23T09:30', '今天 周一'],
  ['2026-11-23T23:59', '今天 周一'],
  ['2026-11-24T00:00', '明天 周二'],
  ['2026-11-25T19:00', '后天 周三'],
  ['2026-11-26T19:00', '周四'],
  ['2026-11-29T19:00', '周日'],
  ['2026-11-30T19:00', '11 月 30 日 周一'],
  ['2026-12-03T19:00', '12 月 3 日 周四'],
  ['2027-01-03T19:00', '2027 年 1 月 3 日 周日'],
  ['2026-11-22T19:00', '昨天 周日'],
  ['2026-11-20T19:00', '11 月 20 日 周五'],
])('on a Monday, %s is called %s', (time, words) => expect(read(dayWords(at(time), monday))).toBe(words))

test.each([
  ['2026-12-01T10:00', '下周二'],
  ['2026-12-02T10:00', '下周三'],
  ['2026-12-04T10:00', '12 月 4 日 周五'],
])('on a Friday, %s is of the next week: %s', (time, words) =>
  expect(read(dayWords(at(time), at('2026-11-27T08:00')))).toBe(words),
)

test('the day turns at midnight in Shanghai, wherever the phone is', () => {
  expect(read(dayWords(at('2026-11-24T00:00'), at('2026-11-23T23:59')))).toBe('明天 周二')
  expect(read(dayWords(at('2026-11-24T00:00'), at('2026-11-24T00:01')))).toBe('今天 周二')
})

test('a range names its day once, and never breaks between its hours', () => {
  const words = rangeWords(at('2026-11-24T09:30'), at('2026-11-24T11:00'), monday)
  expect(read(words)).toBe('明天 周二 9:30–11:00')
  expect(words.split(' ')).toHaveLength(2)
  expect(words).toContain('\u2060–\u2060')
})

test('a range into another day says that day', () => {
  expect(read(clockRangeWords(at('2026-11-23T22:00'), at('2026-11-24T01:00'), monday))).toBe('22:00 到 明天 周二 1:00')
})

test.each([
  ['2026-11-23T21:00', '今晚 21:00 前都能退'],
  ['2026-11-23T16:00', '今天 16:00 前都能退'],
  ['2026-11-24T09:00', '明天 9:00 前都能退'],
  ['2026-11-24T20:00', '明晚 20:00 前都能退'],
  ['2026-12-03T09:00', '12 月 3 日 周四 9:00 前都能退'],
  ['2026-11-23T13:00', '来不了也请退一下，位子让给邻居'],
])('changing one’s mind until %s reads %s', (time, words) =>
  expect(read(leaveDeadlineWords(at(time), monday))).toBe(words),
)

test.each([
  [1, '1 分钟'],
  [60_000, '1 分钟'],
  [25 * 60_000, '25 分钟'],
  [60 * 60_000, '1 小时'],
  [80 * 60_000, '1 小时 20 分钟'],
  [47 * 3_600_000, '47 小时'],
  [50 * 3_600_000, '2 天'],
  [-5, '0 分钟'],
])('%d ms are %s', (span, words) => expect(read(spanWords(span))).toBe(words))

test('a kept seat says the hour before what is left, and that it has passed once it has', () => {
  expect(read(keptUntilWords(at('2026-11-23T14:30'), monday))).toBe('给您留到 今天 14:30，还有 30 分钟')
  expect(read(keptUntilWords(monday, monday))).toBe('留的时间过了')
})

test('what is about to begin says so; what is further off says nothing', () => {
  const [start, end] = [at('2026-11-23T15:00'), at('2026-11-23T16:00')]
  expect(read(soonWords(start, end, monday))).toBe('还有 1 小时开始')
  expect(soonWords(start, end, start)).toBe('正在进行')
  expect(soonWords(start, end, end)).toBe('结束了')
  expect(soonWords(at('2026-11-24T15:00'), at('2026-11-24T16:00'), monday)).toBeNull()
})

test('a moment after the day after tomorrow carries its day', () => {
  expect(read(shortMomentWords(at('2026-11-25T09:00'), monday))).toBe('后天 9:00')
  expect(read(shortMomentWords(at('2026-11-27T18:00'), monday))).toBe('周五 18:00')
})
