import * as v from 'valibot'
import { intentId, line, shortId } from './input'

/** What providers bring besides: rooms by the time, things by the piece, money in 分. */
export const resourceKinds = ['venue', 'goods', 'money'] as const
export type ResourceKind = (typeof resourceKinds)[number]

/** For what something is drawn. */
export interface DrawnFor {
  noun: 'order' | 'activity' | 'other'
  id: string
  title: string
}

/**
 * bring: there is more of it · draw: some of it is used · return: of one draw, what was not used · take-back: the
 * provider does not lend it any more. `amount` is a whole number of its unit, of money 分; always more than nought.
 */
export type ResourceEntry = { id: string; at: number; by: string | null; amount: number; note: string | null } & (
  | { kind: 'bring' }
  | { kind: 'draw'; for: DrawnFor }
  | { kind: 'return'; draw: string }
  | { kind: 'take-back' }
)

/** A small ledger: what there is of one thing, and every coming and going of it. */
export interface Resource {
  _id: string
  centre: string
  /** The provider's key. */
  provider: string
  kind: ResourceKind
  name: string
  /** What it is counted in: "场", "把"; of money nothing is said, it is 分. */
  unit: string

  // Guard fields: they follow from the entries, and change in the same step with them.
  left: number
  /** Draws that something came back of: of each draw it does so once. */
  returned: string[]
  /** Draws for what may still be called off; then they come back by themselves. Nothing before the first one. */
  watched?: Watched[]
  entries: ResourceEntry[]
}

/** A draw, and the order or the activity that it is for. */
export interface Watched {
  draw: string
  noun: 'order' | 'activity'
  id: string
}

/** What there is left, by its entries; what the guard is checked against. */
export const leftOf = (entries: readonly ResourceEntry[]): number =>
  entries.reduce((sum, { kind, amount }) => sum + (kind === 'bring' || kind === 'return' ? amount : -amount), 0)

/** A draw of this ledger by its id. */
export const drawIn = (entries: readonly ResourceEntry[], id: string) =>
  entries.find((entry) => entry.kind === 'draw' && entry.id === id)

/** A resource as staff see it: nobody's id. */
export interface ResourceCard {
  id: string
  kind: ResourceKind
  name: string
  unit: string
  left: number
  /** Draws that nothing came back of. */
  out: { draw: string; amount: number; title: string; at: number }[]
  /** The latest first. */
  entries: { id: string; at: number; kind: ResourceEntry['kind']; amount: number; note: string | null; title: string }[]
}

/** So many entries are shown. */
const shown = 20

export function resourceCard({ _id, kind, name, unit, left, entries, returned }: Resource): ResourceCard {
  const titleOf = (entry: ResourceEntry | undefined): string => (entry?.kind === 'draw' ? entry.for.title : '')
  return {
    id: _id,
    kind,
    name,
    unit,
    left,
    out: entries.flatMap((entry) =>
      entry.kind === 'draw' && !returned.includes(entry.id)
        ? [{ draw: entry.id, amount: entry.amount, title: entry.for.title, at: entry.at }]
        : [],
    ),
    entries: [...entries]
      .reverse()
      .slice(0, shown)
      .map((entry) => ({
        id: entry.id,
        at: entry.at,
        kind: entry.kind,
        amount: entry.amount,
        note: entry.note,
        title: titleOf(entry.kind === 'return' ? drawIn(entries, entry.draw) : entry),
      })),
  }
}

/** The most of one thing: a million yuan in 分. */
const amount = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000_000))
const note = v.nullable(line(1, 40))

/** Something new that a provider brings. */
export const bringInput = v.strictObject({
  intent: intentId,
  provider: shortId,
  kind: v.picklist(resourceKinds),
  name: line(2, 20),
  unit: line(1, 4),
  amount,
  note,
})

const moved = { intent: intentId, resource: shortId, amount, note }

/** More of what is there already. */
export const addInput = v.strictObject(moved)

/** Draws some for an order or an activity. */
export const drawInput = v.strictObject({
  ...moved,
  for: v.strictObject({ noun: v.picklist(['order', 'activity', 'other']), id: shortId, title: line(1, 30) }),
})

/** Gives back what was not used of one draw. */
export const returnInput = v.strictObject({ ...moved, draw: intentId })

/** What is used for one order or activity, and what else there is for it. */
export const usesInput = v.strictObject({ noun: v.picklist(['order', 'activity']), id: shortId })

export interface UsesPage {
  /** As the ledger calls it. */
  title: string
  /** Whether it is not called off: only then something may be drawn for it. */
  on: boolean
  /** What it has and nothing came back of. */
  drawn: {
    resource: string
    name: string
    kind: ResourceKind
    unit: string
    draw: string
    amount: number
    at: number
  }[]
  /** Of what the caller reaches, what there is. */
  there: { card: ResourceCard; provider: string }[]
}

/** The provider does not lend so much of it any more. */
export const takeBackInput = v.strictObject(moved)
