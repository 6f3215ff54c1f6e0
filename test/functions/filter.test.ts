import { checkChange, checkFilter } from '../../cloudfunctions/runtime/filter'

const command = (operator: string, ...operands: unknown[]) => Object.assign(Object.create({}), { operator, operands })

/** What the SDK makes of `addToSet(['a', 'b'])`. */
const listAdded = Object.assign(Object.create({}), { operator: 'addToSet', operands: ['a', 'b'] })

describe('what the SDK would do in silence is refused aloud', () => {
  test.each([
    ['an empty condition, which would match everything', { _id: 'a', people: {} }],
    ['an undefined condition, which would vanish', { _id: undefined }],
    ['an operator that came from an input', { _id: { $gt: '' } }],
    ['an operator at the top', { $where: 'true' }],
    ['two alternatives, which would merge', { a: command('or', 1, 2), b: command('or', 3, 4) }],
  ])('a filter with %s', (_, filter) => {
    expect(() => checkFilter(filter)).toThrow()
  })

  test.each([
    ['nothing in it', {}],
    ['an undefined value', { name: undefined }],
    ['an object, which would merge', { hours: { weekday: '9' } }],
    ['an operator that came from an input', { $set: { roles: [] } }],
    ['a list added to a set as one element', { roles: listAdded }],
  ])('a change with %s', (_, change) => {
    expect(() => checkChange(change)).toThrow()
  })

  test('commands, values, lists and one alternative pass', () => {
    checkFilter({
      _id: 'a',
      room: command('gte', 1),
      state: command('or', 'x', 'y'),
      'events.id': command('nin', ['i']),
    })
    checkChange({ name: '黄秀莲', building: null, room: command('inc', -1), people: command('push', 'a') })
  })
})
