import { plateWords, seatAria, seatWords } from '../../src/text/seats'

const read = (text: string): string => text.replace(/\u00a0/g, ' ')
const seats = (free: number, waiting: number, waitRoom = 10) => ({ capacity: 20, free, waiting, waitRoom })

test.each([
  [seats(6, 0), '6', '空位', '还有 6 个位子'],
  [seats(1, 3), '1', '空位', '还有 1 个位子，候补 3 人'],
  [seats(0, 3), '+3', '候补', '位子满了，候补 3 人'],
  [seats(0, 0), '满', '可候补', '位子满了，可以候补'],
  [seats(0, 0, 0), '满', '没空位', '位子和候补都满了'],
  [seats(0, 9, 0), '+9', '候补', '位子和候补都满了'],
])('%j: the plate and the sentence tell the same', (glance, number, label, sentence) => {
  expect(plateWords(glance)).toEqual({ number, label })
  expect(read(seatWords(glance))).toBe(sentence)
  expect(read(seatAria(glance))).toContain(sentence)
})
