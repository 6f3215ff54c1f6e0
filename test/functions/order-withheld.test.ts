import { lean, withheld } from '../../cloudfunctions/order/row'
import { sources } from '../imports/imports'

/** What all lists of orders have in common stands in one place: what is left out, what goes unnamed, what lies in a week. */
const own = [...sources()].filter(([file]) => /^cloudfunctions\/(order|provider)\//.test(file))
const saying = (said: RegExp) => own.filter(([, text]) => said.test(text)).map(([file]) => file)

test('no list says by itself what is left out of an order', () => {
  expect(own.length).toBeGreaterThan(30)
  expect(saying(/\b(room|phone|photo|photoIntents): 0\b/)).toEqual(['cloudfunctions/order/row.ts'])
  expect(lean.$project).toEqual({ events: 0, ...withheld })
  expect(Object.keys(withheld)).toEqual(['words', 'room', 'phone', 'photo', 'photoIntents'])
})

test('what has no name for others is decided once', () => {
  expect(saying(/!== 'volunteers' \? unnamed/)).toEqual(['cloudfunctions/order/row.ts'])
})

test('what lies in a week, agreed or wished, is asked in one place', () => {
  expect(saying(/'wants\.startsAt'/)).toEqual(['cloudfunctions/provider/used.ts'])
})
