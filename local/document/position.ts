import { elementMatch, compileCondition } from './condition'
import { refused } from './database-error'
import { compileFilter } from './filter'
import { type Doc, fieldOf, type Filter, isFields, type Value } from './value'

/** A path with its positional `$` replaced by the place of the element that the filter found. */
export function resolvePositions(path: readonly string[], doc: Doc, filter: Filter): readonly string[] {
  const dollar = path.findIndex((part) => part.startsWith('$'))
  if (dollar === -1) return path
  if (path[dollar] !== '$' || path.slice(dollar + 1).some((part) => part.startsWith('$')))
    throw refused(`The path '${path.join('.')}' is not supported: one positional $ at most, and no array filters`)
  const list = path.slice(0, dollar).reduce<Value | undefined>((value, name) => {
    if (Array.isArray(value)) return value[Number(name)]
    return isFields(value) ? fieldOf(value, name) : undefined
  }, doc)
  const at = Array.isArray(list) ? placeOf(list, path.slice(0, dollar).join('.'), filter) : -1
  if (at === -1) throw refused('The positional operator did not find the match needed from the query.')
  return [...path.slice(0, dollar), String(at), ...path.slice(dollar + 1)]
}

/** The first element that fulfils all that the filter says about the list's elements; -1 where it says nothing. */
function placeOf(list: readonly Value[], path: string, filter: Filter): number {
  const tests = testsOf(path, filter)
  return tests.length === 0 ? -1 : list.findIndex((element) => tests.every((test) => test(element)))
}

function testsOf(path: string, filter: Filter): ((element: Value) => boolean)[] {
  return Object.entries(filter).flatMap(([key, value]) => {
    if (key === '$and' && Array.isArray(value)) return value.filter(isFields).flatMap((each) => testsOf(path, each))
    if (key === path) return [elementTest(value)]
    if (!key.startsWith(`${path}.`)) return []
    const matches = compileFilter({ [key.slice(path.length + 1)]: value })
    return [(element: Value) => isFields(element) && matches(element)]
  })
}

function elementTest(value: Value): (element: Value) => boolean {
  const inner = isFields(value) ? value.$elemMatch : undefined
  if (inner !== undefined) return elementMatch(inner, (filter) => compileFilter(filter))
  const condition = compileCondition(value, (filter) => compileFilter(filter))
  return (element) => condition({ element }, ['element'])
}
