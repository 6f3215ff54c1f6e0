import type { Collection } from '../../cloudfunctions/runtime/collections'
import type { Doc } from '../../local/document/value'

/** How many documents answer an indexed query. */
export const answered = 10

const kind = { name: 'kind_n', keys: { kind: 1, n: 1 }, serves: 'the query that is measured' } as const

export const benchCollections: Record<string, Collection> = {
  small: { indexes: [kind] },
  large: { indexes: [kind] },
}

export const idOf = (n: number): string => `d${String(n).padStart(7, '0')}`

/** A document of about 300 bytes. */
export const docOf = (n: number, many: number): Doc => ({
  _id: idOf(n),
  kind: n % Math.max(1, Math.floor(many / answered)),
  n,
  turn: 0,
  name: `居民 ${n}`,
  band: '60-69',
  address: { building: `b-${n % 40}`, floor: n % 30 },
  tags: ['one', 'two', 'three'],
  at: 1_700_000_000_000 + n,
  note: '一张桌子，四面八方的邻居。'.repeat(4),
})
