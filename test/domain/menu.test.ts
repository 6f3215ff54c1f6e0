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
import { waitOf } from '../../src/domain/menu-wait'
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
  const served = (placed: number, took: number) => ({
    placedAt: now - placed * day,
    servedAt: now - (placed - took) * day,
  })

  test.each<[string, ReturnType<typeof served>[], ReturnType<typeof waitOf>]>([
    ['nobody was served: nobody can say', [], null],
    ['one order', [served(5, 2)], { days: 2, orders: 1 }],
    ['begun days count', [served(5, 1.2)], { days: 2, orders: 1 }],
    ['the middle one, not the mean', [served(60, 50), served(9, 1), served(8, 2)], { days: 2, orders: 3 }],
    [
      'of an even number the lower middle',
      [served(9, 1), served(9, 2), served(9, 3), served(9, 9)],
      { days: 2, orders: 4 },
    ],
    ['what was served more than 90 days ago is out', [served(200, 1), served(9, 3)], { days: 3, orders: 1 }],
    ['what says to be served before it was placed is out', [served(9, -1)], null],
  ])('%s', (_, orders, wait) => {
    expect(waitOf(orders, now)).toEqual(wait)
  })
})
