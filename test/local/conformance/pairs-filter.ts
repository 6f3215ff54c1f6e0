import { type Kind, kinds, offline } from './kinds'

/**
 * Which kinds of field each command of a filter finds, by the kind of its argument: kinds by name, "not" and the kinds
 * that it does not find, or "refused". From MongoDB's manual: comparisons stay within a type, null is what is missing
 * too, and a list stands for each of its elements.
 */
type Found = string

type Row = [argument: Kind, value: unknown, found: Found]

const every = (found: Found, ...but: Kind[]): Row[] =>
  kinds.flatMap((kind): Row[] => (kind === 'missing' || but.includes(kind) ? [] : [[kind, undefined, found]]))

const equal: Row[] = [
  ['null', undefined, 'missing null'],
  ['int', undefined, 'int'],
  ['double', undefined, 'double'],
  ['nan', undefined, 'nan'],
  ['text', undefined, 'text list'],
  ['object', undefined, 'object'],
  ['list', undefined, 'list'],
  ['id', undefined, 'id'],
  ['bool', undefined, 'bool'],
  ['date', undefined, 'date'],
  ['regex', undefined, 'regex'],
  ['point', undefined, 'point'],
]

/** A pattern among several fits texts too, besides being itself. */
const among = equal.map(([kind, value, found]): Row => [kind, value, kind === 'regex' ? 'text list regex' : found])

const negated = (rows: Row[]): Row[] => rows.map(([kind, value, found]) => [kind, value, `not ${found}`])

const earlier = new Date(1_600_000_000_000)
const later = new Date(1_800_000_000_000)

const lowId = offline.ObjectId({ id: '0'.repeat(24) })
const highId = offline.ObjectId({ id: 'f'.repeat(24) })

/** The SDK's types know points only. */
type Made = new (parts: unknown) => object
const { Point, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon } = offline.Geo as typeof offline.Geo &
  Record<'LineString' | 'Polygon' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon', Made>
const here = new Point(121.5, 31.2)
const line = new LineString([new Point(121, 31.2), here])
const [west, east, north] = [new Point(120, 30), new Point(123, 30), new Point(121.5, 33)]
const triangle = new Polygon([new LineString([west, east, north, west])])

export const filterPairs: Record<string, Row[]> = {
  eq: equal,
  neq: [...negated(equal.filter(([kind]) => kind !== 'regex')), ['regex', undefined, 'refused']],
  in: among,
  nin: negated(among),
  all: among,
  gt: [
    ['null', null, ''],
    ['int', 2, 'int double'],
    ['double', 2.5, 'int'],
    ['nan', Number.NaN, ''],
    ['text', 'a', 'text list'],
    ['object', { x: 0 }, 'object point'],
    ['list', [1, 'a'], 'list'],
    ['id', lowId, 'id'],
    ['bool', false, 'bool'],
    ['date', earlier, 'date'],
    ['regex', /a/, 'refused'],
    ['point', new Point(0, 0), 'point'],
  ],
  gte: [
    ['null', null, 'missing null'],
    ['int', 3, 'int'],
    ['double', 2.5, 'int double'],
    ['nan', Number.NaN, 'nan'],
    ['text', 'b', 'text list'],
    ['object', { x: 1 }, 'object point'],
    ['list', [1, 'b'], 'list'],
    ['id', highId, ''],
    ['bool', true, 'bool'],
    ['date', later, ''],
    ['regex', /a/, 'refused'],
    ['point', undefined, 'point'],
  ],
  lt: [
    ['null', null, ''],
    ['int', 3, 'double list'],
    ['double', 2.5, 'list'],
    ['nan', Number.NaN, ''],
    ['text', 'c', 'text list'],
    ['object', { x: 2 }, 'object'],
    ['list', [2], 'list'],
    ['id', highId, 'id'],
    ['bool', true, ''],
    ['date', later, 'date'],
    ['regex', /a/, 'refused'],
    ['point', new Point(180, 90), 'object point'],
  ],
  lte: [
    ['null', null, 'missing null'],
    ['int', 3, 'int double list'],
    ['double', 2.5, 'double list'],
    ['nan', Number.NaN, 'nan'],
    ['text', 'a', ''],
    ['object', { x: 1 }, 'object'],
    ['list', [1, 'b'], 'list'],
    ['id', lowId, ''],
    ['bool', false, ''],
    ['date', earlier, ''],
    ['regex', /a/, 'refused'],
    ['point', undefined, 'object point'],
  ],
  exists: [
    ...every('not missing', 'null'),
    ['null', undefined, 'missing'],
    ['bool', false, 'missing'],
    ['int', 0, 'missing'],
  ],
  size: [...every('refused', 'int'), ['int', 2, 'list'], ['int', 0, ''], ['int', -1, 'refused']],
  mod: [
    ...every('refused', 'list'),
    ['list', [2, 1], 'int list'],
    ['list', [2], 'refused'],
    ['list', [0, 1], 'refused'],
    ['list', ['x', 1], 'refused'],
  ],
  elemMatch: [
    ...every('refused', 'object', 'point'),
    ['object', { x: 1 }, ''],
    ['object', offline.command.eq('b'), 'list'],
    ['object', offline.command.gt(5), ''],
    ['point', undefined, ''],
  ],
  geoWithin: [
    ['object', { geometry: triangle }, 'point'],
    ['object', { geometry: new MultiPolygon([triangle]) }, 'point'],
    ['object', { centerSphere: [here, 0.001] }, 'point'],
    ['object', { centerSphere: [[0, 0], 0.001] }, ''],
  ],
  geoIntersects: [
    here,
    line,
    triangle,
    new MultiPoint([here]),
    new MultiLineString([line]),
    new MultiPolygon([triangle]),
  ].map((geometry): Row => ['object', { geometry }, 'point']),
  // What an index of places finds is in geo.test.ts; such an index takes places only.
  geoNear: [
    ['object', { geometry: here }, 'refused'],
    ['object', { geometry: here, minDistance: 'near' }, 'refused'],
  ],
}
