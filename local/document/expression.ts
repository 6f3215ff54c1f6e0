import { refused } from './database-error'
import { arithmetic } from './expression-arithmetic'
import { dates } from './expression-date'
import { lists } from './expression-list'
import { logic } from './expression-logic'
import { objects } from './expression-object'
import { compilePath } from './expression-path'
import type { Compile, Evaluate, Operators, Variables } from './expression-argument'
import { texts } from './expression-text'
import { isFields, type Value } from './value'

export type { Evaluate, Variables }

/** Every operator that the SDK has a command for and that is carried out; what is not here is refused by its name. */
const operators: Operators = { ...arithmetic, ...lists, ...logic, ...texts, ...dates, ...objects }

/**
 * Prepares an expression of an aggregate: the value that it has for one document, undefined where it comes to nothing.
 * Operators that are not known, and too many or too few arguments, are refused here, before any document is read.
 */
export const compileExpression: Compile = (given) => {
  if (typeof given === 'string') return given.startsWith('$') ? compilePath(given) : () => given
  if (Array.isArray(given)) {
    const elements = given.map(compileExpression)
    return (root, variables) => elements.map((element) => element(root, variables) ?? null)
  }
  if (!isFields(given)) return () => given
  const [name = ''] = Object.keys(given)
  if (!name.startsWith('$')) return compileFields(Object.entries(given))
  if (Object.keys(given).length > 1)
    throw refused(`An object representing an expression must have exactly one field: ${JSON.stringify(given)}`)
  const compile = Object.hasOwn(operators, name) ? operators[name] : undefined
  if (!compile) throw refused(`Unrecognized expression '${name}'`)
  return compile(given[name] ?? null, compileExpression)
}

/** A document whose fields are computed; those that come to nothing are left out. */
function compileFields(entries: [string, Value][]): Evaluate {
  const fields = entries.map(([name, value]) => {
    if (name.startsWith('$') || name.includes('.'))
      throw refused(`FieldPath field names may not start with '$' nor contain '.': '${name}'`)
    return [name, compileExpression(value)] as const
  })
  return (root, variables) =>
    Object.fromEntries(
      fields.flatMap(([name, evaluate]) => {
        const value = evaluate(root, variables)
        return value === undefined ? [] : [[name, value]]
      }),
    )
}
