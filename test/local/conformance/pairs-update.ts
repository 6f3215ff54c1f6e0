import { hex, type Kind, kinds } from './kinds'

const others = (...but: Kind[]): Kind[] => kinds.filter((kind) => kind !== 'missing' && !but.includes(kind))

/** What becomes of `before` by a command with each kind of argument: a function of it, or "refused". */
export interface ArgumentRow {
  before: unknown
  /** Kinds of argument that are carried out, and what the field is then. */
  takes: Partial<Record<Kind, (argument: unknown) => unknown>>
  /** The kinds that are refused. */
  refuses: Kind[]
}

const all = (after: (argument: unknown) => unknown): ArgumentRow['takes'] =>
  Object.fromEntries(others().map((kind) => [kind, after]))

/** The SDK sends an id inside set, max and min as the object that it is; beside a field's name it sends an id. */
const sent = (argument: unknown): unknown => (typeof argument === 'string' && argument === hex ? { id: hex } : argument)

/** Kinds that come after numbers in BSON's order. */
const higher = ['text', 'object', 'list', 'id', 'bool', 'date', 'regex', 'point'] as const

export const argumentPairs: Record<string, ArgumentRow> = {
  set: { before: 'x', takes: all(sent), refuses: [] },
  inc: {
    before: 1,
    takes: { int: () => 4, double: () => 3.5, nan: () => Number.NaN },
    refuses: others('int', 'double', 'nan'),
  },
  mul: {
    before: 2,
    takes: { int: () => 6, double: () => 5, nan: () => Number.NaN },
    refuses: others('int', 'double', 'nan'),
  },
  max: {
    before: 2.7,
    takes: {
      null: () => 2.7,
      int: () => 3,
      double: () => 2.7,
      nan: () => 2.7,
      ...Object.fromEntries(higher.map((kind) => [kind, sent])),
    },
    refuses: [],
  },
  min: {
    before: 2.7,
    takes: {
      null: () => null,
      int: () => 2.7,
      double: () => 2.5,
      nan: () => Number.NaN,
      ...Object.fromEntries(higher.map((kind) => [kind, () => 2.7])),
    },
    refuses: [],
  },
  push: { before: [0], takes: all((argument) => [0, argument]), refuses: [] },
  unshift: { before: [0], takes: all((argument) => [argument, 0]), refuses: [] },
  addToSet: { before: [0], takes: all((argument) => [0, argument]), refuses: [] },
  pull: { before: [0], takes: all(() => [0]), refuses: [] },
  pullAll: { before: [0], takes: all(() => [0]), refuses: [] },
  rename: { before: 5, takes: { text: () => undefined }, refuses: others('text') },
  bit: { before: 5, takes: {}, refuses: others() },
}

/** What a command makes of a field of each kind; kinds that are not named are refused. */
export interface FieldRow {
  argument: unknown
  makes: Partial<Record<Kind, unknown>>
}

const everywhere = (after: unknown): FieldRow['makes'] => Object.fromEntries(kinds.map((kind) => [kind, after]))

/** The field as it was before. */
export const same = Symbol('as before')

export const fieldPairs: Record<string, FieldRow> = {
  set: { argument: 'new', makes: everywhere('new') },
  remove: { argument: undefined, makes: everywhere(undefined) },
  inc: { argument: 1, makes: { missing: 1, int: 4, double: 3.5, nan: Number.NaN } },
  mul: { argument: 2, makes: { missing: 0, int: 6, double: 5, nan: Number.NaN } },
  max: {
    argument: 2.7,
    makes: { ...everywhere(same), missing: 2.7, null: 2.7, double: 2.7, nan: 2.7 },
  },
  min: { argument: 2.7, makes: { ...everywhere(2.7), null: same, double: same, nan: same } },
  push: { argument: [7], makes: { missing: [7], list: [1, 'b', 7] } },
  unshift: { argument: [7], makes: { missing: [7], list: [7, 1, 'b'] } },
  addToSet: { argument: 'b', makes: { missing: ['b'], list: same } },
  pop: { argument: undefined, makes: { missing: undefined, list: [1] } },
  shift: { argument: undefined, makes: { missing: undefined, list: ['b'] } },
  pull: { argument: 'b', makes: { missing: undefined, list: [1] } },
  pullAll: { argument: [1, 'b'], makes: { missing: undefined, list: [] } },
  rename: { argument: 'w', makes: everywhere(undefined) },
  bit: { argument: { or: 4 }, makes: { missing: 4, int: 7 } },
}
