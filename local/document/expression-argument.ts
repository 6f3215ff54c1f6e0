import { refused } from './database-error'
import { type Fields, isFields, typeName, type Value } from './value'

export type Maybe = Value | undefined

/** Values by name, as `$$name` reads them. */
export type Variables = { readonly [name: string]: Maybe }

/** The value of an expression for one document; undefined where it comes to nothing. */
export type Evaluate = (root: Fields, variables?: Variables) => Maybe

/** Prepares an expression. */
export type Compile = (expression: Value) => Evaluate

/** Prepares an operator from what stands behind its name. */
export type Operator = (argument: Value, compile: Compile) => Evaluate
export type Operators = Record<string, Operator>

export const isNothing = (value: Maybe): value is null | undefined => value === null || value === undefined

/** What counts as true in an expression: not false, null, zero or missing. */
export const isTrue = (value: Maybe): boolean => !isNothing(value) && value !== false && value !== 0

/** The arguments of an operator; a single one may stand without a list. */
export const argumentsOf = (argument: Value): Value[] => (Array.isArray(argument) ? argument : [argument])

/** An operator of so many arguments, all of which are computed. */
export const fixed =
  (name: string, least: number, most: number, compute: (...values: Maybe[]) => Maybe): Operator =>
  (argument, compile) => {
    const given = argumentsOf(argument)
    if (given.length < least || given.length > most)
      throw refused(
        `Expression ${name} takes ${least === most ? 'exactly' : `at least ${least}, at most`} ${most} arguments. ` +
          `${given.length} were passed in.`,
      )
    const values = given.map(compile)
    return (root, variables) => compute(...values.map((value) => value(root, variables)))
  }

/** The same of one argument, where null, or nothing, comes to null. */
export const unary = (name: string, compute: (value: Value) => Maybe): Operator =>
  fixed(name, 1, 1, (value) => (isNothing(value) ? null : compute(value)))

/** An operator over arguments that are computed one by one: the first that is null, or nothing, makes the whole null. */
export const untilNothing =
  <Each>(check: (value: Value) => Each, compute: (values: Each[]) => Maybe): Operator =>
  (argument, compile) => {
    const evaluates = argumentsOf(argument).map(compile)
    return (root, variables) => {
      const values: Each[] = []
      for (const evaluate of evaluates) {
        const value = evaluate(root, variables)
        if (isNothing(value)) return null
        values.push(check(value))
      }
      return compute(values)
    }
  }

/** An operator whose arguments have names; the rest of the names is refused. */
export function named(
  operator: string,
  argument: Value,
  compile: Compile,
  required: readonly string[],
  optional: readonly string[] = [],
): Record<string, Evaluate | undefined> {
  if (!isFields(argument)) throw refused(`${operator} only supports an object as its argument`)
  const unknown = Object.keys(argument).find((name) => !required.includes(name) && !optional.includes(name))
  if (unknown !== undefined) throw refused(`Unrecognized parameter to ${operator}: ${unknown}`)
  const missing = required.find((name) => !Object.hasOwn(argument, name))
  if (missing !== undefined) throw refused(`Missing '${missing}' parameter to ${operator}`)
  return Object.fromEntries(Object.entries(argument).map(([name, value]) => [name, compile(value)]))
}

export function numberOf(name: string, value: Maybe): number {
  if (typeof value === 'number') return value
  throw refused(`${name} only supports numeric types, not ${typeName(value)}`)
}

/** A whole number of 32 bits, as places and lengths are. */
export function wholeOf(name: string, value: Maybe): number {
  if (typeof value !== 'number') throw refused(`${name} needs a numeric value, found: ${typeName(value)}`)
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 31) return value
  throw refused(`${name} can only take values that are representable as 32-bit integers: ${value}`)
}

export function listOf(name: string, value: Maybe): Value[] {
  if (Array.isArray(value)) return value
  throw refused(`The argument to ${name} must be an array, but was of type: ${typeName(value)}`)
}

export function textOf(name: string, value: Maybe): string {
  if (typeof value === 'string') return value
  throw refused(`${name} requires a string argument, found: ${typeName(value)}`)
}
