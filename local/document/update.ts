import { refused } from './database-error'
import { Draft } from './draft'
import { type CompileChange, fieldChanges } from './field-change'
import { listChanges } from './list-change'
import { equalValues } from './order'
import { resolvePositions } from './position'
import { type Doc, type Filter, isFields, type Update, type Value } from './value'

const operators: Record<string, CompileChange> = { ...fieldChanges, ...listChanges }

/** One operator on one path, as `{ $inc: { room: -2 } }` has it. */
interface Change {
  operator: string
  path: readonly string[]
  argument: Value
}

/**
 * Prepares an update, for as many documents as there are: the document as it leaves one is a new one; the given one
 * stays as it is. `filter` is what found the documents, for the positional `$`. An update that nobody could make is
 * refused here, before any document is looked at; one that a document does not allow, there. None is passed over.
 */
export function compileUpdate(update: Update, filter: Filter): (doc: Doc, now: number) => Doc {
  const changes = changesOf(update)
  checkConflicts(changes)
  const prepared = changes.map(({ operator, path, argument }) => ({
    path,
    make: operators[operator]?.(argument, path),
  }))
  return (doc, now) => {
    const draft = new Draft(doc)
    for (const { path, make } of prepared) for (const at of resolvePositions(path, doc, filter)) make?.(draft, at, now)
    if (!equalValues(draft.doc._id, doc._id))
      throw refused("Performing an update on the path '_id' would modify the immutable field '_id'")
    return draft.doc
  }
}

function changesOf(update: Update): Change[] {
  const changes: Change[] = []
  for (const [operator, paths] of Object.entries(update)) {
    if (!Object.hasOwn(operators, operator))
      throw refused(`Unknown modifier: ${operator}. Expected a valid update modifier`)
    if (!isFields(paths)) throw refused(`Modifiers operate on fields but we found another type: {${operator}: …}`)
    for (const [path, argument] of Object.entries(paths)) changes.push({ operator, path: partsOf(path), argument })
  }
  if (Object.keys(update).length === 0) throw refused('an update without changes')
  return changes
}

function partsOf(path: string): string[] {
  const parts = path.split('.')
  if (parts.includes('')) throw refused(`The update path '${path}' contains an empty field name, which is not allowed.`)
  return parts
}

/** Two changes of one value, or of a value and a part of it, have no order that anyone stated. */
function checkConflicts(changes: readonly Change[]): void {
  const paths = changes.flatMap(({ operator, path, argument }) =>
    operator === '$rename' && typeof argument === 'string' ? [path, partsOf(argument)] : [path],
  )
  const sorted = paths.map((path) => path.join('.')).sort()
  for (const [at, path] of sorted.entries()) {
    const clash = sorted.slice(at + 1).find((other) => other === path || other.startsWith(`${path}.`))
    if (clash !== undefined) throw refused(`Updating the path '${clash}' would create a conflict at '${path}'`)
  }
}
