import { refused } from './database-error'
import { assign, treeOf } from './tree'
import { fieldOf, type Fields, isFields, type Value } from './value'

const names = ['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays']

/** `$unwind`: one row for each element of a list; rows without elements go, unless they are to be kept. */
export function compileUnwind(spec: Value): (rows: Iterable<Fields>) => Fields[] {
  const options = isFields(spec) ? spec : { path: spec }
  const { path, includeArrayIndex, preserveNullAndEmptyArrays = false } = options
  const unknown = Object.keys(options).find((name) => !names.includes(name))
  if (unknown !== undefined) throw refused(`unrecognized option to $unwind stage: ${unknown}`)
  if (typeof preserveNullAndEmptyArrays !== 'boolean')
    throw refused('the preserveNullAndEmptyArrays option to $unwind must be a boolean')
  if (typeof path !== 'string' || !path.startsWith('$') || path.length < 2)
    throw refused(`path option to $unwind stage should be prefixed with a '$': ${JSON.stringify(path)}`)
  if (includeArrayIndex !== undefined && (typeof includeArrayIndex !== 'string' || includeArrayIndex.startsWith('$')))
    throw refused('the includeArrayIndex option to the $unwind stage must be a name without $')
  const steps = path.slice(1).split('.')
  const element = treeOf([[path.slice(1), true]])
  const index = includeArrayIndex === undefined ? undefined : treeOf([[includeArrayIndex, true]])
  const numbered = (row: Fields, at: number | null): Fields => (index ? assign(row, index, () => at) : row)

  return (rows) => {
    const result: Fields[] = []
    for (const row of rows) {
      const value = steps.reduce<Value | undefined>((at, name) => (isFields(at) ? fieldOf(at, name) : undefined), row)
      if (Array.isArray(value) && value.length > 0) {
        for (const [at, each] of value.entries())
          result.push(
            numbered(
              assign(row, element, () => each),
              at,
            ),
          )
      } else if (value !== undefined && value !== null && !Array.isArray(value)) result.push(numbered(row, null))
      else if (preserveNullAndEmptyArrays)
        result.push(numbered(Array.isArray(value) ? assign(row, element, () => undefined) : row, null))
    }
    return result
  }
}
