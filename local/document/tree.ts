import { refused } from './database-error'
import { type Fields, isFields, type Value } from './value'

/** Dotted paths as a tree: `{ 'place.name': 1 }` is place → name. */
export type Tree<Leaf> = Map<string, Leaf | Tree<Leaf>>

export function treeOf<Leaf>(paths: Iterable<readonly [string, Leaf]>): Tree<Leaf> {
  const tree: Tree<Leaf> = new Map()
  for (const [path, leaf] of paths) {
    const names = path.split('.')
    const last = names.pop() ?? ''
    if (last === '' || names.includes('')) throw refused(`the path '${path}' has an empty field name`)
    let at = tree
    for (const name of names) {
      const next = at.get(name) ?? new Map<string, Leaf | Tree<Leaf>>()
      if (!(next instanceof Map)) throw refused(`Path collision at ${path}`)
      at.set(name, next)
      at = next
    }
    if (at.has(last)) throw refused(`Path collision at ${path}`)
    at.set(last, leaf)
  }
  return tree
}

/** What a tree's paths lead to; `keeps` says which leaves keep. Lists are gone through, what is no document is left out. */
export function keep<Leaf>(fields: Fields, tree: Tree<Leaf>, keeps: (leaf: Leaf) => boolean): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const node = tree.get(name)
      if (node === undefined) return []
      if (!(node instanceof Map)) return keeps(node) ? [[name, value]] : []
      const kept = keepWithin(value, node, keeps)
      return kept === undefined ? [] : [[name, kept]]
    }),
  )
}

function keepWithin<Leaf>(value: Value, tree: Tree<Leaf>, keeps: (leaf: Leaf) => boolean): Value | undefined {
  if (Array.isArray(value))
    return value.map((each) => keepWithin(each, tree, keeps)).filter((each) => each !== undefined)
  return isFields(value) ? keep(value, tree, keeps) : undefined
}

/** Everything but what a tree's paths lead to. */
export function drop<Leaf>(fields: Fields, tree: Tree<Leaf>): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const node = tree.get(name)
      if (node === undefined) return [[name, value]]
      return node instanceof Map ? [[name, dropWithin(value, node)]] : []
    }),
  )
}

function dropWithin<Leaf>(value: Value, tree: Tree<Leaf>): Value {
  if (Array.isArray(value)) return value.map((each) => dropWithin(each, tree))
  return isFields(value) ? drop(value, tree) : value
}

/** With the value of each leaf at its path; undefined takes the field away. A list takes it in each of its elements. */
export function assign<Leaf>(fields: Fields, tree: Tree<Leaf>, leafValue: (leaf: Leaf) => Value | undefined): Fields {
  const result = new Map(Object.entries(fields))
  for (const [name, node] of tree) {
    const value = node instanceof Map ? assignWithin(result.get(name), node, leafValue) : leafValue(node)
    if (value === undefined) result.delete(name)
    else result.set(name, value)
  }
  return Object.fromEntries(result)
}

function assignWithin<Leaf>(
  value: Value | undefined,
  tree: Tree<Leaf>,
  leafValue: (leaf: Leaf) => Value | undefined,
): Value {
  if (Array.isArray(value)) return value.map((each) => assignWithin(each, tree, leafValue))
  return assign(isFields(value) ? value : {}, tree, leafValue)
}
