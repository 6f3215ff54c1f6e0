import { compileCondition, elementMatch } from './condition'
import { refused } from './database-error'
import type { Draft } from './draft'
import { compileFilter } from './filter'
import { equalValues } from './order'
import { insertAll } from './push'
import { checkStorable } from './storable'
import { hasOperators, isFields, typeName, type Value } from './value'

export const listOperators: ReadonlySet<string> = new Set(['$push', '$addToSet', '$pop', '$pull', '$pullAll'])

/** Makes one change of a list; anything else in its place is refused. */
export function changeList(draft: Draft, operator: string, path: readonly string[], argument: Value): void {
  const current = draft.read(path)
  if (current !== undefined && !Array.isArray(current))
    throw refused(
      `The field '${path.join('.')}' must be an array but is of type ${typeName(current)} in document ${draft.name}`,
    )
  const at = path.join('.')
  if (operator === '$push') return draft.write(path, insertAll(current ?? [], argument, at))
  if (operator === '$addToSet') return draft.write(path, union(current ?? [], argument, at))
  const kept = operator === '$pop' ? popping(argument) : operator === '$pull' ? pulling(argument) : pullingAll(argument)
  if (current !== undefined) draft.write(path, kept(current))
}

/** Each value once: those that the list has already, by content, are not added. */
function union(list: readonly Value[], argument: Value, path: string): Value[] {
  const several = isFields(argument) && Object.hasOwn(argument, '$each')
  const each = several ? argument.$each : undefined
  if (several && !Array.isArray(each)) throw refused('The argument to $each in $addToSet must be an array')
  if (several && Object.keys(argument).length > 1) throw refused('Found unexpected fields after $each in $addToSet')
  const result = [...list]
  for (const value of Array.isArray(each) ? each : [argument]) {
    checkStorable(value, path)
    if (!result.some((has) => equalValues(has, value))) result.push(value)
  }
  return result
}

function popping(argument: Value): (list: Value[]) => Value[] {
  if (argument !== 1 && argument !== -1) throw refused(`$pop expects 1 or -1, found: ${JSON.stringify(argument)}`)
  return (list) => (argument === 1 ? list.slice(0, -1) : list.slice(1))
}

/** A document pulls the documents that it matches as a filter, operators pull what they hold for, a value its equals. */
function pulling(argument: Value): (list: Value[]) => Value[] {
  const out = pullTest(argument)
  return (list) => list.filter((value) => !out(value))
}

function pullTest(argument: Value): (value: Value) => boolean {
  if (hasOperators(argument)) return elementMatch(argument, (filter) => compileFilter(filter))
  if (isFields(argument)) {
    const matches = compileFilter(argument)
    return (value) => isFields(value) && matches(value)
  }
  if (Array.isArray(argument)) return (value) => equalValues(value, argument)
  const condition = compileCondition(argument, (filter) => compileFilter(filter))
  return (value) => !Array.isArray(value) && condition({ value }, ['value'])
}

function pullingAll(argument: Value): (list: Value[]) => Value[] {
  if (!Array.isArray(argument)) throw refused('$pullAll requires an array argument')
  return (list) => list.filter((value) => !argument.some((each) => equalValues(each, value)))
}
