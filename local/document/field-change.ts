import { refused } from './database-error'
import type { Draft } from './draft'
import { compareValues } from './order'
import { checkStorable } from './storable'
import { isFields, typeName, type Value } from './value'

/** Makes one change at a path of a draft; `now` is the server's time. */
export type MakeChange = (draft: Draft, path: readonly string[], now: number) => void

/** Prepares a change: an argument that no document allows is refused here. */
export type CompileChange = (argument: Value, path: readonly string[]) => MakeChange

/** The changes of a field that are not about a list. */
export const fieldChanges: Record<string, CompileChange> = {
  $set: (argument, path) => {
    checkStorable(argument, path.join('.'))
    return (draft, at) => draft.write(at, argument)
  },
  $unset: () => (draft, at) => draft.remove(at),
  $inc: computed('$inc', 'increment', (value, by) => value + by),
  $mul: computed('$mul', 'multiply', (value, by) => value * by),
  $min: extreme(-1),
  $max: extreme(1),
  $rename: renaming,
  $bit: bits,
  $currentDate: (argument) => {
    if (argument !== true && !(isFields(argument) && argument.$type === 'date'))
      throw refused(`${JSON.stringify(argument)} is not valid for $currentDate here: true or {$type: "date"}`)
    return (draft, at, now) => draft.write(at, new Date(now))
  },
  // An update here never inserts.
  $setOnInsert: (argument, path) => {
    checkStorable(argument, path.join('.'))
    return () => undefined
  },
}

function computed(operator: string, verb: string, compute: (value: number, by: number) => number): CompileChange {
  return (argument, path) => {
    if (typeof argument !== 'number')
      throw refused(
        `Cannot ${verb} with non-numeric argument: {${operator}: {${path.join('.')}: ${JSON.stringify(argument)}}}`,
      )
    return (draft, at) => draft.write(at, compute(numberAt(draft, operator, at), argument))
  }
}

/** The number at a path, zero where nothing is. */
function numberAt(draft: Draft, operator: string, path: readonly string[]): number {
  const value = draft.read(path)
  if (value === undefined) return 0
  if (typeof value === 'number') return value
  throw refused(
    `Cannot apply ${operator} to a value of non-numeric type. ${draft.name} has the field '${path.join('.')}' of ` +
      `non-numeric type ${typeName(value)}`,
  )
}

function extreme(direction: 1 | -1): CompileChange {
  return (argument, path) => {
    checkStorable(argument, path.join('.'))
    return (draft, at) => {
      const current = draft.read(at)
      if (current === undefined || compareValues(argument, current) * direction > 0) draft.write(at, argument)
    }
  }
}

function renaming(argument: Value, path: readonly string[]): MakeChange {
  if (typeof argument !== 'string' || argument === '' || argument.split('.').includes(''))
    throw refused(`The 'to' field for $rename must be a string: ${path.join('.')}: ${JSON.stringify(argument)}`)
  const to = argument.split('.')
  if ([...path, ...to].some((name) => name.startsWith('$'))) throw refused('$rename may not be dynamic: a path has a $')
  return (draft, from) => {
    for (const each of [from, to])
      for (let depth = 1; depth < each.length; depth += 1)
        if (Array.isArray(draft.read(each.slice(0, depth))))
          throw refused(`The field '${each.join('.')}' of $rename must not lie in an array element`)
    const value = draft.read(from)
    if (value === undefined) return
    draft.remove(from)
    draft.write(to, value)
  }
}

const bitwise: Record<string, (value: bigint, mask: bigint) => bigint> = {
  and: (value, mask) => value & mask,
  or: (value, mask) => value | mask,
  xor: (value, mask) => value ^ mask,
}

function bits(argument: Value, path: readonly string[]): MakeChange {
  const masks = isFields(argument) ? Object.entries(argument) : []
  if (masks.length === 0) throw refused('The $bit modifier is not compatible with this; you must pass {and|or|xor: …}')
  for (const [name, mask] of masks) {
    if (!Object.hasOwn(bitwise, name))
      throw refused(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`)
    if (!Number.isSafeInteger(mask)) throw refused(`The $bit modifier takes whole numbers only: ${path.join('.')}`)
  }
  return (draft, at) => {
    const value = numberAt(draft, '$bit', at)
    if (!Number.isSafeInteger(value)) throw refused(`Cannot apply $bit to a value of non-integral type: ${draft.name}`)
    const changed = masks.reduce(
      (all, [name, mask]) => bitwise[name]?.(all, BigInt(Number(mask))) ?? all,
      BigInt(value),
    )
    draft.write(at, Number(changed))
  }
}
