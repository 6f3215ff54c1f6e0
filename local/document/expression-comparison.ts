import { evalExpr } from 'mingo/core'
import type { Options } from 'mingo/types'
import { refused } from './database-error'
import { compareValues } from './order'
import type { Value } from './value'

/** In an expression every value compares with every other, by type first, and a missing one comes before null. */
function order(operator: string, from: unknown, expression: unknown, options: Options): number {
  if (!Array.isArray(expression) || expression.length !== 2)
    throw refused(`Expression ${operator} takes exactly 2 arguments`)
  const [left, right] = expression.map((each) => evalExpr(from, each, options) as Value | undefined)
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined)
  return compareValues(left, right)
}

const comparison =
  (operator: string, holds: (order: number) => boolean) =>
  (from: unknown, expression: unknown, options: Options): boolean =>
    holds(order(operator, from, expression, options))

/** Takes the place of mingo's comparisons, which go by JavaScript's types. */
export const comparisons = {
  $eq: comparison('$eq', (by) => by === 0),
  $ne: comparison('$ne', (by) => by !== 0),
  $gt: comparison('$gt', (by) => by > 0),
  $gte: comparison('$gte', (by) => by >= 0),
  $lt: comparison('$lt', (by) => by < 0),
  $lte: comparison('$lte', (by) => by <= 0),
  $cmp: (from: unknown, expression: unknown, options: Options): number =>
    Math.sign(order('$cmp', from, expression, options)),
}
