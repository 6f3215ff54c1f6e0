import { elementMatch, compileCondition } from './condition'
import { refused } from './database-error'
import { compileFilter } from './filter'
import { type Doc, fieldOf, type Filter, isFields, type Value } from './value'

/**
 * A path's places in a document: its positional `$` is the element that the filter found, `$[]` is each element. Array
 * filters cannot be sent through the SDK.
 */
export function resolvePositions(path: readonly string[], doc: Doc, filter: Filter): (readonly string[])[] {
  const dollar = path.findIndex((part) => part.startsWith('$'))
  if (dollar === -1) return [path]
  const [head, part, tail] = [path.slice(0, dollar), path[dollar], path.slice(dollar + 1)]
  const list = head.reduce<Value | undefined>((value, name) => {
    if (Array.isArray(value)) return value[Number(name)]
    return isFields(value) ? fieldOf(value, name) : undefined
  }, doc)
  if (part === '$[]') {
    if (!Array.isArray(list)) throw refused(`The path '${head.join('.')}' must exist and be an array to apply $[]`)
    return list.flatMap((_, at) => resolvePositions([...head, String(at), ...tail], doc, filter))
  }
  if (part !== '$') throw refused(`No array filter found for '${part}' in path '${path.join('.')}'`)
  if (tail.includes('$')) throw refused(`Too many positional (i.e. '$') elements found in path '${path.join('.')}'`)
  const at = Array.isArray(list) ? placeOf(list, head.join('.'), filter) : -1
  if (at === -1) throw refused('The positional operator did not find the match needed from the query.')
  return resolvePositions([...head, String(at), ...tail], doc, filter)
}

/** The first element that fulfils all that the filter says about the list's elements; -1 where it says nothing. */
export function placeOf(list: readonly Value[], path: string, filter: Filter): number {
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
