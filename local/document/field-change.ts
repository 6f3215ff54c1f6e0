import { refused } from './database-error'
import type { Draft } from './draft'
import { compareValues } from './order'
import { checkStorable } from './storable'
import { isFields, typeName, type Value } from './value'

export const fieldOperators: ReadonlySet<string> = new Set([
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$bit',
  '$currentDate',
  '$setOnInsert',
])

const storing = new Set(['$set', '$min', '$max', '$setOnInsert'])

/** Makes one change of a field that is not about a list. */
export function changeField(
  draft: Draft,
  operator: string,
  path: readonly string[],
  argument: Value,
  now: number,
): void {
  const current = draft.read(path)
  if (storing.has(operator)) checkStorable(argument, path.join('.'))
  switch (operator) {
    case '$set':
      return draft.write(path, argument)
    case '$unset':
      return draft.remove(path)
    case '$inc':
      return draft.write(path, numberAt(draft, operator, path, 0) + numeric(operator, path, argument))
    case '$mul':
      return draft.write(path, numberAt(draft, operator, path, 0) * numeric(operator, path, argument))
    case '$min':
      if (current === undefined || compareValues(argument, current) < 0) draft.write(path, argument)
      return
    case '$max':
      if (current === undefined || compareValues(argument, current) > 0) draft.write(path, argument)
      return
    case '$rename':
      return rename(draft, path, argument)
    case '$bit':
      return draft.write(path, bits(numberAt(draft, operator, path, 0), argument))
    case '$currentDate':
      if (argument !== true && !(isFields(argument) && argument.$type === 'date'))
        throw refused(`${JSON.stringify(argument)} is not valid for $currentDate here: true or {$type: "date"}`)
      return draft.write(path, new Date(now))
    default:
      // $setOnInsert: an update here never inserts.
      return
  }
}

function numeric(operator: string, path: readonly string[], argument: Value): number {
  if (typeof argument === 'number') return argument
  const verb = operator === '$inc' ? 'increment' : 'multiply'
  throw refused(`Cannot ${verb} with non-numeric argument: {${path.join('.')}: ${JSON.stringify(argument)}}`)
}

function numberAt(draft: Draft, operator: string, path: readonly string[], missing: number): number {
  const value = draft.read(path)
  if (value === undefined) return missing
  if (typeof value === 'number') return value
  throw refused(
    `Cannot apply ${operator} to a value of non-numeric type. ${draft.name} has the field '${path.join('.')}' of ` +
      `non-numeric type ${typeName(value)}`,
  )
}

function rename(draft: Draft, from: readonly string[], argument: Value): void {
  if (typeof argument !== 'string' || argument === '')
    throw refused(`The 'to' field for $rename must be a string: ${from.join('.')}: ${JSON.stringify(argument)}`)
  const to = argument.split('.')
  for (const path of [from, to])
    for (let depth = 1; depth < path.length; depth += 1)
      if (Array.isArray(draft.read(path.slice(0, depth))))
        throw refused(`The field '${path.join('.')}' of $rename must not lie in an array element`)
  const value = draft.read(from)
  if (value === undefined) return
  draft.remove(from)
  draft.write(to, value)
}

function bits(current: number, argument: Value): number {
  if (!isFields(argument)) throw refused('The $bit modifier is not compatible with this; you must pass {and|or|xor: …}')
  let value = current
  for (const [name, mask] of Object.entries(argument)) {
    if (typeof mask !== 'number' || !Number.isInteger(mask) || !Number.isInteger(value))
      throw refused('The $bit modifier takes whole numbers only')
    if (name === 'and') value &= mask
    else if (name === 'or') value |= mask
    else if (name === 'xor') value ^= mask
    else throw refused(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`)
  }
  return value
}
