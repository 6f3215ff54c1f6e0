import { refused } from './database-error'
import {
  argumentsOf,
  type Evaluate,
  fixed,
  isNothing,
  isTrue,
  type Maybe,
  named,
  type Operator,
  type Operators,
} from './expression-argument'
import { compareValues } from './order'
import { isFields } from './value'

/** Every value compares with every other, by type first; what is missing comes before null. */
function order(left: Maybe, right: Maybe): number {
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined)
  return Math.sign(compareValues(left, right))
}

const comparison = (name: string, holds: (by: number) => boolean): Operator =>
  fixed(name, 2, 2, (left, right) => holds(order(left, right)))

const joined =
  (decide: (values: Evaluate[], isTrueOf: (value: Evaluate) => boolean) => boolean): Operator =>
  (argument, compile) => {
    const values = argumentsOf(argument).map(compile)
    return (root, variables) => decide(values, (value) => isTrue(value(root, variables)))
  }

const condition: Operator = (argument, compile) => {
  const parts = isFields(argument) ? named('$cond', argument, compile, ['if', 'then', 'else']) : undefined
  const given = parts ? [] : argumentsOf(argument)
  if (!parts && given.length !== 3)
    throw refused(`Expression $cond takes exactly 3 arguments. ${given.length} were passed in.`)
  const [test, yes, no] = parts ? [parts.if, parts.then, parts.else] : given.map(compile)
  return (root, variables) => (isTrue(test?.(root, variables)) ? yes : no)?.(root, variables)
}

const choice: Operator = (argument, compile) => {
  const { branches: given, ...others } = isFields(argument) ? argument : {}
  if (!Array.isArray(given) || given.length === 0) throw refused('$switch requires at least one branch in an array')
  const unknown = Object.keys(others).find((name) => name !== 'default')
  if (unknown !== undefined) throw refused(`$switch found an unknown argument: ${unknown}`)
  const branches = given.map((branch) => named('$switch', branch, compile, ['case', 'then']))
  const other = others.default === undefined ? undefined : compile(others.default)
  return (root, variables) => {
    const branch = branches.find((each) => isTrue(each.case?.(root, variables)))
    if (branch) return branch.then?.(root, variables)
    if (other) return other(root, variables)
    throw refused('$switch could not find a matching branch for an input, and no default was specified.')
  }
}

export const logic: Operators = {
  $eq: comparison('$eq', (by) => by === 0),
  $ne: comparison('$ne', (by) => by !== 0),
  $gt: comparison('$gt', (by) => by > 0),
  $gte: comparison('$gte', (by) => by >= 0),
  $lt: comparison('$lt', (by) => by < 0),
  $lte: comparison('$lte', (by) => by <= 0),
  $cmp: fixed('$cmp', 2, 2, order),
  $and: joined((values, isTrueOf) => values.every(isTrueOf)),
  $or: joined((values, isTrueOf) => values.some(isTrueOf)),
  $not: fixed('$not', 1, 1, (value) => !isTrue(value)),
  $ifNull: fixed(
    '$ifNull',
    2,
    Number.POSITIVE_INFINITY,
    (...values) => values.find((value) => !isNothing(value)) ?? values.at(-1),
  ),
  $cond: condition,
  $switch: choice,
}
