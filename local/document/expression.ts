import { Context, evalExpr } from 'mingo/core'
import * as expressions from 'mingo/operators/expression'
import { DatabaseError, refused } from './database-error'
import { comparisons } from './expression-comparison'
import { checkedExpression } from './expression-check'
import { dateParts } from './expression-date'
import { operators } from './expression-operators'
import type { Fields, Value } from './value'

export type Variables = Fields

/** The value of an expression for one document; undefined where it comes to nothing. */
export type Evaluate = (fields: Fields, variables?: Variables) => Value | undefined

const context = Context.init({ expression: { ...expressions, ...dateParts, ...operators, ...comparisons } })

/** Prepares an expression of an aggregate; an operator that is not known, or would be computed wrongly, is refused. */
export function compileExpression(given: Value): Evaluate {
  const expression = checkedExpression(given)
  return (fields, variables = {}) => {
    try {
      return evalExpr(fields, expression, {
        idKey: '_id',
        processingMode: 0,
        useStrictMode: true,
        scriptEnabled: false,
        failOnError: true,
        variables,
        context,
      }) as Value | undefined
    } catch (error) {
      if (error instanceof DatabaseError) throw error
      throw refused(error instanceof Error ? error.message : String(error))
    }
  }
}
