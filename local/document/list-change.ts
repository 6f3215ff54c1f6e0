import { compileCondition } from './condition'
import { refused } from './database-error'
import type { CompileChange } from './field-change'
import { compileFilter } from './filter'
import { equalValues } from './order'
import { inserting } from './push'
import { checkStorable } from './storable'
import { hasOperators, isFields, typeName, type Value } from './value'

/** Changes of a list; where something else is in its place they are refused. */
export const listChanges: Record<string, CompileChange> = {
  $push: ofList('$push', inserting),
  $addToSet: ofList('$addToSet', union),
  $pop: ofList('$pop', (argument) => {
    if (argument !== 1 && argument !== -1) throw refused(`$pop expects 1 or -1, found: ${JSON.stringify(argument)}`)
    return (list) => (argument === 1 ? list.slice(0, -1) : list.slice(1))
  }),
  $pull: ofList('$pull', (argument) => {
    const out = pullTest(argument)
    return (list) => list.filter((value) => !out(value))
  }),
  $pullAll: ofList('$pullAll', (argument) => {
    if (!Array.isArray(argument)) throw refused('$pullAll requires an array argument')
    return (list) => list.filter((value) => !argument.some((each) => equalValues(each, value)))
  }),
}

/** Where nothing is, `$push` and `$addToSet` make a list, and the others leave it at that. */
function ofList(
  operator: string,
  compile: (argument: Value, path: string) => (list: readonly Value[]) => Value[],
): CompileChange {
  const isMaking = operator === '$push' || operator === '$addToSet'
  return (argument, path) => {
    const become = compile(argument, path.join('.'))
    return (draft, at) => {
      const current = draft.read(at)
      if (current !== undefined && !Array.isArray(current))
        throw refused(
          `The field '${at.join('.')}' must be an array but is of type ${typeName(current)} in document ${draft.name}: ${operator}`,
        )
      if (current !== undefined || isMaking) draft.write(at, become(current ?? []))
    }
  }
}

/** Each value once: those that the list has already, by content, are not added. */
function union(argument: Value, path: string): (list: readonly Value[]) => Value[] {
  const several = isFields(argument) && Object.hasOwn(argument, '$each')
  const each = several ? argument.$each : [argument]
  if (!Array.isArray(each)) throw refused('The argument to $each in $addToSet must be an array')
  if (several && Object.keys(argument).length > 1) throw refused('Found unexpected fields after $each in $addToSet')
  checkStorable(each, path)
  return (list) => {
    const result = [...list]
    for (const value of each) if (!result.some((has) => equalValues(has, value))) result.push(value)
    return result
  }
}

/**
 * A document pulls the documents that it matches as a filter, operators and patterns what they hold for, a value its
 * equals.
 */
function pullTest(argument: Value): (value: Value) => boolean {
  if (isFields(argument) && !hasOperators(argument)) {
    const matches = compileFilter(argument)
    return (value) => isFields(value) && matches(value)
  }
  if (!isFields(argument) && !(argument instanceof RegExp)) return (value) => equalValues(value, argument)
  const condition = compileCondition(argument, (filter) => compileFilter(filter))
  return (value) => condition({ value }, ['value'])
}
