import { type AgeBand, ageBands } from '../../src/domain/age'
import { bandsWords, bandWords } from '../../src/text/bands'

const read = (text: string): string => text.replace(/\u2060/g, '').replace(/\u00a0/g, ' ')

test.each<[AgeBand[], string]>([
  [[...ageBands], '老少都可以来'],
  [['60-79', '80+'], '60 岁以上'],
  [['80+', '60-79'], '60 岁以上'],
  [['4-6'], '孩子 4–6 岁'],
  [['4-6', '7-12'], '孩子 4–12 岁'],
  [['18-34', '35-59', '60-79', '80+'], '18 岁以上'],
  [['0-3', '4-6', '60-79', '80+'], '0–6 岁、60 岁以上'],
])('%j reads %s', (bands, words) => expect(read(bandsWords(bands))).toBe(words))

test('one band reads as its years', () => {
  expect(read(bandWords('60-79'))).toBe('60–79 岁')
  expect(read(bandWords('80+'))).toBe('80 岁以上')
})
