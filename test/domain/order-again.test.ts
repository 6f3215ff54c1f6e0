import { type OpenOwn, orderedBefore } from '../../src/domain/order-again'

const open = (_id: string, more: Partial<OpenOwn> = {}): OpenOwn => ({
  _id,
  item: 'tap',
  person: 'mei',
  placedAt: 1,
  state: 'open',
  ...more,
})
const told = (of: OpenOwn[], item: string | null) =>
  orderedBefore(of, item).map(({ order, person }) => `${order} ${person}`)

test.each<[string, OpenOwn[], string | null, string[]]>([
  ['nothing open', [], 'tap', []],
  ['one of the same item', [open('a')], 'tap', ['a mei']],
  ['one of another item', [open('a', { item: 'lamp' })], 'tap', []],
  ['own words, twice the same', [open('a', { item: null })], null, []],
  ['two of it, the newer later', [open('a'), open('b', { placedAt: 2 })], 'tap', ['b mei']],
  ['two of it, the newer first', [open('b', { placedAt: 2 }), open('a')], 'tap', ['b mei']],
  ['one for each of two', [open('a'), open('b', { person: 'ma' })], 'tap', ['a mei', 'b ma']],
])('%s', (_, of, item, said) => {
  expect(told(of, item)).toEqual(said)
})
