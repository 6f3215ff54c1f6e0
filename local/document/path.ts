import { fieldOf, isFields, type Value } from './value'

type Test = (value: Value | undefined) => boolean

/**
 * Whether any value that a path leads to passes. A list on the way stands for each of its documents, and for one of its
 * elements where the path has a number there; at the end it stands for its elements and for itself.
 */
export const anyAt = (value: Value | undefined, path: readonly string[], test: Test): boolean =>
  walk(value, path, 0, (leaf) => (Array.isArray(leaf) && leaf.some(test)) || test(leaf))

/** The same, with a list at the end standing for itself alone. */
export const anyWhole = (value: Value | undefined, path: readonly string[], test: Test): boolean =>
  walk(value, path, 0, test)

function walk(value: Value | undefined, path: readonly string[], at: number, test: Test): boolean {
  const name = path[at]
  if (name === undefined) return test(value)
  if (Array.isArray(value)) {
    const indexed = /^\d+$/.test(name) ? value[Number(name)] : undefined
    if (
      indexed !== undefined &&
      (at + 1 === path.length || typeof indexed === 'object') &&
      walk(indexed, path, at + 1, test)
    )
      return true
    return value.some((each) => isFields(each) && walk(each, path, at, test))
  }
  return isFields(value) ? walk(fieldOf(value, name), path, at + 1, test) : test(undefined)
}
