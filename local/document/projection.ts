import { elementMatch } from './condition'
import { refused } from './database-error'
import { compileFilter } from './filter'
import { placeOf } from './position'
import { assign, drop, keep, type Tree, treeOf } from './tree'
import { type Fields, type Filter, isFields, type Value } from './value'

/** What becomes of a field: kept, left out, or a part of its list kept. */
type Part = 'keep' | 'drop' | ((value: Value) => Value | undefined)

/**
 * What of a document is asked for: `{ name: 1 }` keeps, `{ secret: 0 }` leaves out; `_id` stays unless left out. Prepared
 * once for many documents. `filter` is what found them, for `{ 'list.$': 1 }`: the element that it found.
 */
export function compileProjection(projection: Fields, filter: Filter = {}): (fields: Fields) => Fields {
  const entries = Object.entries(projection)
  if (entries.length === 0) return (fields) => fields
  const parts = entries.map(([path, value]): [string, Part] =>
    path.endsWith('.$') ? [path.slice(0, -2), foundElement(path, value, filter)] : [path, partOf(path, value)],
  )
  const keeping = isKeeping(entries)
  for (const [path, part] of parts)
    if (path !== '_id' && part === (keeping ? 'drop' : 'keep'))
      throw refused(`Cannot do ${keeping ? 'exclusion' : 'inclusion'} on field ${path} in the other kind of projection`)
  const lists = parts.flatMap(([path, part]) => (typeof part === 'function' ? [[path, part] as const] : []))
  const cut = (fields: Fields): Fields => lists.reduce((row, [path, part]) => cutAt(row, path, part), fields)
  if (!keeping) {
    const dropped = treeOf(parts.filter(([, part]) => part === 'drop'))
    return (fields) => cut(drop(fields, dropped))
  }
  const kept: Tree<Part> = treeOf(parts)
  if (!kept.has('_id')) kept.set('_id', 'keep')
  return (fields) => cut(keep(fields, kept, (part) => part !== 'drop'))
}

function isKeeping(entries: [string, Value][]): boolean {
  const others = entries.filter(([path]) => path !== '_id')
  const deciding = others.filter(([, value]) => !isFields(value) || !Object.hasOwn(value, '$slice'))
  if (deciding.length > 0) return deciding.some(([, value]) => isFields(value) || Boolean(value))
  return others.length === 0 && entries.some(([, value]) => Boolean(value))
}

/** `'list.$'`: of a list the first element that the filter found. */
function foundElement(path: string, value: Value, filter: Filter): Part {
  if (value !== 1 && value !== true)
    throw refused(`Cannot exclude array elements with the positional operator: ${path}`)
  const at = path.slice(0, -2)
  if (at.split('.').some((name) => name.startsWith('$'))) throw refused(`Unsupported projection option: ${path}`)
  return (list) => {
    if (!Array.isArray(list)) return list
    const place = placeOf(list, at, filter)
    if (place === -1) throw refused(`Executor error: positional operator '${path}' couldn't find a matching element`)
    return [list[place] ?? null]
  }
}

function partOf(path: string, value: Value): Part {
  if (typeof value === 'number' || typeof value === 'boolean') return value ? 'keep' : 'drop'
  if (path.split('.').some((name) => name.startsWith('$'))) throw refused(`Unsupported projection option: ${path}`)
  const [operator, argument, ...rest] = isFields(value) ? Object.entries(value).flat() : []
  if (rest.length > 0) throw refused(`Unsupported projection option: ${path}: ${JSON.stringify(value)}`)
  if (operator === '$slice' && argument !== undefined) return slice(argument)
  if (operator === '$elemMatch' && argument !== undefined) {
    const matches = elementMatch(argument, (filter) => compileFilter(filter))
    return (list) => {
      const found = Array.isArray(list) ? list.find(matches) : undefined
      return found === undefined ? undefined : [found]
    }
  }
  throw refused(`Unsupported projection option: ${path}: ${JSON.stringify(value)}`)
}

function slice(argument: Value): (value: Value) => Value {
  const numbers = Array.isArray(argument) ? argument : [argument]
  const [first, count] = numbers
  if (!numbers.every(Number.isInteger) || typeof first !== 'number' || numbers.length > 2)
    throw refused('$slice only supports numbers and [skip, limit] arrays')
  if (typeof count !== 'number')
    return (value) => (!Array.isArray(value) ? value : first < 0 ? value.slice(first) : value.slice(0, first))
  if (count <= 0) throw refused('$slice limit must be positive')
  return (value) => {
    if (!Array.isArray(value)) return value
    const start = first < 0 ? Math.max(0, value.length + first) : first
    return value.slice(start, start + count)
  }
}

function cutAt(fields: Fields, path: string, part: (value: Value) => Value | undefined): Fields {
  const value = path.split('.').reduce<Value | undefined>((at, name) => (isFields(at) ? at[name] : undefined), fields)
  return value === undefined ? fields : assign(fields, treeOf([[path, part]]), (leaf) => leaf(value))
}
