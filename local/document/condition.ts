import { refused } from './database-error'
import { fitting, regExpOf } from './ejson'
import { crossing, within } from './geo'
import { compareValues, equalValues, sameType } from './order'
import { anyAt, anyWhole } from './path'
import { typeTest } from './type-names'
import { type Fields, hasOperators, isFields, type Value } from './value'

type Maybe = Value | undefined

/** Whether what a path of a document leads to fulfils a condition. */
export type Condition = (fields: Fields, path: readonly string[]) => boolean

/** Makes the test of a whole document, for `$elemMatch` of documents. */
type Compile = (filter: Fields) => (fields: Fields) => boolean

type Any = (test: (value: Maybe) => boolean) => Condition

/** A list stands for its elements and for itself; `$elemMatch` asks each element as a whole. */
const anyElement: Any = (test) => (fields, path) => anyAt(fields, path, test)
const asWhole: Any = (test) => (fields, path) => anyWhole(fields, path, test)

/** A field's condition: a value, a regular expression, or operators that must all hold. */
export function compileCondition(value: Value, compile: Compile, any = anyElement): Condition {
  if (!hasOperators(value)) return any(equalOrLike(value))
  const conditions = Object.entries(value)
    .filter(([operator]) => operator !== '$options' || !Object.hasOwn(value, '$regex'))
    .map(([operator, argument]) => compileOperator(operator, argument, value, compile, any))
  const [first] = conditions
  if (first && conditions.length === 1) return first
  return (fields, path) => conditions.every((condition) => condition(fields, path))
}

const not =
  (condition: Condition): Condition =>
  (fields, path) =>
    !condition(fields, path)

function compileOperator(operator: string, argument: Value, all: Fields, compile: Compile, any: Any): Condition {
  switch (operator) {
    case '$eq':
      return any((value) => equalValues(value, argument))
    case '$ne':
      return not(any(equalTo(operator, argument)))
    case '$gt':
      return any(ordered(operator, argument, (order) => order > 0))
    case '$gte':
      return any(ordered(operator, argument, (order) => order >= 0))
    case '$lt':
      return any(ordered(operator, argument, (order) => order < 0))
    case '$lte':
      return any(ordered(operator, argument, (order) => order <= 0))
    case '$in':
      return any(oneOf(operator, argument))
    case '$nin':
      return not(any(oneOf(operator, argument)))
    case '$exists': {
      const exists = any((value) => value !== undefined)
      return argument === false || argument === 0 || argument === null ? not(exists) : exists
    }
    case '$type':
      return any(typeTest(argument))
    case '$mod':
      return any(remainder(argument))
    case '$regex':
      return any(like(argument, all))
    case '$size': {
      if (typeof argument !== 'number' || !Number.isInteger(argument) || argument < 0)
        throw refused(`$size must be a whole number that is not negative: ${JSON.stringify(argument)}`)
      return (fields, path) => anyWhole(fields, path, (value) => Array.isArray(value) && value.length === argument)
    }
    case '$all':
      return compileAll(argument, compile, any)
    case '$elemMatch': {
      const matches = elementMatch(argument, compile)
      return (fields, path) => anyWhole(fields, path, (value) => Array.isArray(value) && value.some(matches))
    }
    case '$geoWithin':
      return any(within(argument))
    case '$geoIntersects':
      return any(crossing(argument))
    case '$nearSphere':
      throw refused('$geoNear, $near, and $nearSphere are not allowed in this context: $nearSphere')
    case '$not': {
      if (!(argument instanceof RegExp) && !hasOperators(argument)) throw refused('$not needs a regex or a document')
      return not(compileCondition(argument, compile, any))
    }
    default:
      throw refused(`unknown operator: ${operator}`)
  }
}

/** A plain value in a filter: a regular expression matches texts that it fits, and itself. */
function equalOrLike(wanted: Value): (value: Maybe) => boolean {
  if (!(wanted instanceof RegExp)) return (value) => equalValues(value, wanted)
  const fits = fitting(wanted)
  return (value) => (typeof value === 'string' ? fits(value) : equalValues(value, wanted))
}

function equalTo(operator: string, argument: Value): (value: Maybe) => boolean {
  if (argument instanceof RegExp) throw refused(`Can't have regex as arg to ${operator}.`)
  return (value) => equalValues(value, argument)
}

/** Only values of the argument's own type compare; not-a-number is neither less nor greater than any number. */
function ordered(operator: string, argument: Value, holds: (order: number) => boolean): (value: Maybe) => boolean {
  if (argument instanceof RegExp) throw refused(`Can't have RegEx as arg to predicate over field: ${operator}.`)
  return (value) => {
    if (!sameType(value, argument)) return false
    if (Number.isNaN(value) !== Number.isNaN(argument)) return false
    return holds(compareValues(value, argument))
  }
}

function oneOf(operator: string, argument: Value): (value: Maybe) => boolean {
  if (!Array.isArray(argument)) throw refused(`${operator} needs an array`)
  if (argument.some(hasOperators)) throw refused(`cannot nest $ under ${operator}`)
  const texts = new Set(argument.filter((each) => typeof each === 'string'))
  const others = argument.filter((each) => typeof each !== 'string').map(equalOrLike)
  return (value) => (typeof value === 'string' && texts.has(value)) || others.some((test) => test(value))
}

function remainder(argument: Value): (value: Maybe) => boolean {
  const [divisor, rest] = Array.isArray(argument) ? argument.map((each) => Math.trunc(Number(each))) : []
  if (divisor === undefined || rest === undefined || Number.isNaN(divisor + rest) || (argument as Value[]).length > 2)
    throw refused('malformed mod, needs to be an array of two numbers')
  if (divisor === 0) throw refused('divisor cannot be 0')
  return (value) => typeof value === 'number' && Number.isFinite(value) && Math.trunc(value) % divisor === rest
}

function like(argument: Value, all: Fields): (value: Maybe) => boolean {
  const options = all.$options
  if (options !== undefined && typeof options !== 'string') throw refused('$options has to be a string')
  if (typeof argument !== 'string' && !(argument instanceof RegExp)) throw refused('$regex has to be a string')
  const pattern = typeof argument === 'string' ? argument : argument.source
  const fits = fitting(regExpOf(pattern, options ?? (argument instanceof RegExp ? argument.flags : '')))
  return (value) => typeof value === 'string' && fits(value)
}

function compileAll(argument: Value, compile: Compile, any: Any): Condition {
  if (!Array.isArray(argument)) throw refused('$all needs an array')
  if (argument.length === 0) return () => false
  const conditions = argument.map((each) => {
    if (!hasOperators(each)) return any(equalOrLike(each))
    if (Object.keys(each).join() !== '$elemMatch') throw refused('no $ expressions in $all')
    return compileCondition(each, compile)
  })
  return (fields, path) => conditions.every((condition) => condition(fields, path))
}

const ofDocuments = new Set(['$and', '$or', '$nor', '$expr'])

/**
 * An element of a list: operators (`{ $gte: 80 }`) test the element itself, anything else tests documents only, so
 * that a bare text never passes for a document that lacks the field.
 */
export function elementMatch(argument: Value, compile: Compile): (element: Value) => boolean {
  if (!isFields(argument)) throw refused('$elemMatch needs an Object')
  if (hasOperators(argument) && !Object.keys(argument).some((key) => !key.startsWith('$') || ofDocuments.has(key))) {
    const condition = compileCondition(argument, compile, asWhole)
    return (element) => condition({ element }, whole)
  }
  const matches = compile(argument)
  return (element) => isFields(element) && matches(element)
}

const whole = ['element']
