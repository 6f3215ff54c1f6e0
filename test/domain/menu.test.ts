import { day } from '../../src/domain/day'
import type { MenuEntry } from '../../src/domain/menu'
import type { MenuCard } from '../../src/domain/menu-page'
import { fitting } from '../../src/domain/menu-person'
import {
  categoriesServed,
  couldServe,
  difference,
  standingOf,
  whyNotPublish,
  whyNotWords,
} from '../../src/domain/menu-standing'
import { type Waited, waitOf } from '../../src/domain/menu-wait'
import { entry } from '../functions/world-menu'

const now = Date.parse('2026-11-23T09:00+08:00')
const today = Date.parse('2026-11-23T00:00+08:00')

describe('how a line stands', () => {
  test.each<[string, Partial<MenuEntry>, string]>([
    ['always', {}, 'served'],
    ['paused', { paused: true }, 'paused'],
    ['on the first day of its season', { from: today, until: today + 9 * day }, 'served'],
    ['on the last day of its season', { from: 0, until: today }, 'served'],
    ['the day after it', { from: 0, until: today - day }, 'over'],
    ['before it', { from: today + day }, 'soon'],
    ['long before it', { from: today + 90 * day }, 'over'],
    ['paused in its season', { from: 0, paused: true }, 'paused'],
    ['paused after its season', { until: today - day, paused: true }, 'over'],
  ])('%s', (_, more, standing) => {
    expect(standingOf(entry('x', more), now)).toBe(standing)
  })

  test('a season that ends before it begins is none', () => {
    expect(whyNotWords(entry('x', { from: today, until: today - day }))).toBe('until')
    expect(whyNotWords(entry('x', { from: today, until: today }))).toBeUndefined()
  })
})

describe('whether a menu can be published', () => {
  const line = (category: string, more: Partial<MenuEntry> = {}) => ({ category, entry: entry(`i-${category}`, more) })
  const stock = ['a', 'b', 'c', 'd']

  test('categories count once, however much there is of each, and not for what is paused or out of season', () => {
    const lines = [line('a'), line('a'), line('b', { paused: true }), line('c', { until: 0 }), line('d', { from: now })]
    expect(categoriesServed(lines, now)).toEqual(['a', 'd'])
  })

  test('one below the minimum is refused, with what could be added; the paused ones first', () => {
    const lines = [line('a'), line('d', { paused: true })]
    expect(couldServe(lines, stock, now)).toEqual(['d', 'b', 'c'])
    const lack = { lack: 'categories', served: 1, minimum: 2, could: ['d', 'b', 'c'] }
    expect(whyNotPublish(lines, 2, stock, now)).toEqual(lack)
    expect(whyNotPublish(lines, 1, stock, now)).toBeUndefined()
  })

  test('what nobody provides is refused by its code', () => {
    const lines = [line('a'), line('b', { providers: [] })]
    expect(whyNotPublish(lines, 1, stock, now)).toEqual({ lack: 'provider', codes: ['i-b'] })
  })

  test('what was added and what was taken off is told', () => {
    expect(difference([entry('a'), entry('b')], [entry('b'), entry('c')])).toEqual({ added: ['a'], removed: ['c'] })
  })
})

describe('looking for somebody', () => {
  const card = (code: string, bands: MenuCard['bands'], standing: MenuCard['standing'] = 'served'): MenuCard => ({
    code,
    category: 'c',
    name: code,
    description: '',
    bands,
    mode: 'on-demand',
    place: 'home',
    price: null,
    standing,
    from: null,
  })
  const all: MenuCard['bands'] = ['0-3', '4-6', '7-12', '13-17', '18-34', '35-59', '60-79', '80+']

  test('what was made for her comes first, the most particular before all; what does not fit is left out', () => {
    const items = [
      card('anyone', all),
      card('elders', ['60-79', '80+']),
      card('very old', ['80+']),
      card('children', ['0-3']),
      card('paused', ['80+'], 'paused'),
      card('over', ['80+'], 'over'),
    ]
    const { meant, anyone } = fitting(items, ['80+'])
    expect(meant.map(({ code }) => code)).toEqual(['very old', 'elders', 'paused'])
    expect(anyone.map(({ code }) => code)).toEqual(['anyone'])
  })
})

describe('how long one waits', () => {
  const served = (placed: number, took: number): Waited => ({
    placedAt: now - placed * day,
    how: 'served',
    at: now - (placed - took) * day,
  })
  const open = (age: number): Waited => ({ placedAt: now - age * day, how: 'open' })
  const off = (placed: number, after: number): Waited => ({ ...served(placed, after), how: 'called-off' }) as Waited
  const nine = Array.from({ length: 9 }, () => open(30))

  test.each<[string, Waited[], ReturnType<typeof waitOf>]>([
    ['nobody ordered: nobody can say', [], null],
    ['one order', [served(5, 2)], { days: 2, orders: 1, waiting: 0, longest: 0 }],
    ['begun days count', [served(5, 1.2)], { days: 2, orders: 1, waiting: 0, longest: 0 }],
    [
      'the middle one, not the mean',
      [served(60, 50), served(9, 1), served(8, 2)],
      { days: 2, orders: 3, waiting: 0, longest: 0 },
    ],
    [
      'of an even number the lower middle',
      [served(9, 1), served(9, 2), served(9, 3), served(9, 9)],
      { days: 2, orders: 4, waiting: 0, longest: 0 },
    ],
    [
      'what was served more than 90 days ago is out',
      [served(200, 1), served(9, 3)],
      { days: 3, orders: 1, waiting: 0, longest: 0 },
    ],
    ['what says to be served before it was placed is out', [served(9, -1)], null],
    ['nobody was served and some wait', [open(3.5), open(1)], { days: null, orders: 0, waiting: 2, longest: 3 }],
    [
      'one quick service does not hide a queue',
      [served(2, 1), ...nine],
      { days: null, orders: 1, waiting: 9, longest: 30 },
    ],
    // At 1 day three of eight are left over: 1 - 1/8; then 7 at risk, 4 served at 10 days: 7/8 × 3/7 = 3/8.
    [
      'who waits counts as having waited their age',
      [served(40, 1), ...[1, 2, 3, 4].map(() => served(40, 10)), open(12), open(12), open(12)],
      { days: 10, orders: 5, waiting: 3, longest: 12 },
    ],
    ['who has waited less says nothing yet', [served(9, 5), open(1)], { days: 5, orders: 1, waiting: 1, longest: 1 }],
    [
      'what was called off waited until then',
      [served(9, 2), off(9, 4), off(9, 4)],
      { days: null, orders: 1, waiting: 0, longest: 0 },
    ],
    // Placed 100 days ago it was seen from its tenth day on only, and says nothing of those served before that age.
    [
      'what was placed before the 90 days counts from the age that it had then',
      [served(100, 95), served(9, 2), served(9, 3)],
      { days: 2, orders: 3, waiting: 0, longest: 0 },
    ],
  ])('%s', (_, orders, wait) => {
    expect(waitOf(orders, now)).toEqual(wait)
  })
})
