import { refused } from './database-error'
import { compileExpression, type Evaluate, type Variables } from './expression'
import { assign, drop, keep, type Tree, treeOf } from './tree'
import { type Fields, hasOperators, isFields, type Value } from './value'

type Reshape = (fields: Fields, variables: Variables) => Fields

/** `$project` of an aggregate: fields kept or left out, and computed ones. */
export function compileProject(spec: Value): Reshape {
  const leaves = leavesOf('$project', spec)
  const dropping = leaves.every(([, value]) => value === 0 || value === false)
  if (dropping) {
    const dropped = treeOf(leaves)
    return (fields) => drop(fields, dropped)
  }
  const withoutId = leaves.some(([path, value]) => path === '_id' && (value === 0 || value === false))
  const wanted = leaves.filter(([path]) => !(withoutId && path === '_id'))
  const tree: Tree<'keep' | Evaluate> = treeOf(
    wanted.map(([path, value]) => {
      if (value === 0 || value === false)
        throw refused(`Invalid $project :: Cannot do exclusion on field ${path} in inclusion projection`)
      return [path, typeof value === 'number' || value === true ? 'keep' : compileExpression(value)] as const
    }),
  )
  if (!withoutId && !tree.has('_id')) tree.set('_id', 'keep')
  const computed = onlyComputed(tree)
  return (fields, variables) => {
    const kept = keep(fields, tree, (leaf) => leaf === 'keep')
    return computed.size === 0 ? kept : assign(kept, computed, (evaluate) => evaluate(fields, variables))
  }
}

/** `$addFields`: everything there was, and computed fields. */
export function compileAddFields(spec: Value): Reshape {
  const tree = treeOf(leavesOf('$addFields', spec).map(([path, value]) => [path, compileExpression(value)] as const))
  return (fields, variables) => assign(fields, tree, (evaluate) => evaluate(fields, variables))
}

/** `{ a: { b: 1 } }` says the same as `{ 'a.b': 1 }`. */
function leavesOf(stage: string, spec: Value, path = ''): [string, Value][] {
  if (!isFields(spec) || Object.keys(spec).length === 0)
    throw refused(`Invalid ${stage} :: specification must be an object with at least one field`)
  return Object.entries(spec).flatMap(([name, value]) => {
    if (name.startsWith('$')) throw refused(`Invalid ${stage} :: Bad projection specification: ${name}`)
    const at = path === '' ? name : `${path}.${name}`
    return isFields(value) && !hasOperators(value)
      ? leavesOf(stage, value, at)
      : [[at, value] satisfies [string, Value]]
  })
}

function onlyComputed(tree: Tree<'keep' | Evaluate>): Tree<Evaluate> {
  const computed: Tree<Evaluate> = new Map()
  for (const [name, node] of tree) {
    if (node === 'keep') continue
    if (!(node instanceof Map)) computed.set(name, node)
    else {
      const within = onlyComputed(node)
      if (within.size > 0) computed.set(name, within)
    }
  }
  return computed
}
