import { refused } from './database-error'
import { type Fields, isFields, type Value } from './value'

/** The SDK's aggregate commands that are computed as in the cloud, by their operators. */
const known = new Set(
  `abs add ceil divide exp floor ln log log10 mod multiply pow sqrt subtract trunc
  arrayElemAt arrayToObject concatArrays filter in indexOfArray isArray map range reduce reverseArray size slice zip
  and not or cmp eq gt gte lt lte ne cond ifNull switch
  dateFromParts dateFromString dayOfMonth dayOfWeek dayOfYear isoDayOfWeek isoWeek isoWeekYear millisecond minute
  month second hour year dateToString literal mergeObjects objectToArray
  allElementsTrue anyElementTrue setDifference setEquals setIntersection setIsSubset setUnion
  concat indexOfBytes split strLenBytes strLenCP strcasecmp substr substrBytes substrCP toLower toUpper
  avg first last max min stdDevPop stdDevSamp sum let`
    .split(/\s+/)
    .map((name) => `$${name}`),
)

/** Operators of one argument, which may stand in a list of one. */
const unary = new Set(
  [
    'abs',
    'ceil',
    'exp',
    'floor',
    'ln',
    'log10',
    'sqrt',
    'reverseArray',
    'objectToArray',
    'strLenCP',
    'strLenBytes',
  ].map((name) => `$${name}`),
)

/** Operators of any number of arguments, of which a single one may stand without a list. */
const variadic = new Set(['$add', '$multiply', '$concat', '$concatArrays', '$and', '$or'])

/**
 * An expression in one form, checked before any document is looked at: throws where it has an operator that is not
 * known. What is inside `$literal` stays as it is.
 */
export function checkedExpression(expression: Value): Value {
  if (Array.isArray(expression)) return expression.map(checkedExpression)
  if (typeof expression === 'string') return checkedPath(expression)
  if (!isFields(expression)) return expression
  const keys = Object.keys(expression)
  const operator = keys.find((key) => key.startsWith('$'))
  if (operator === undefined) return checkedFields(expression)
  if (keys.length > 1)
    throw refused(`an object representing an expression must have exactly one field: ${JSON.stringify(expression)}`)
  if (!known.has(operator)) throw refused(`Unrecognized expression '${operator}'`)
  return operator === '$literal' ? expression : { [operator]: checkedArgument(operator, expression[operator] ?? null) }
}

const checkedFields = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, each]) => [name, checkedExpression(each)]))

function checkedArgument(operator: string, argument: Value): Value {
  if (unary.has(operator) && Array.isArray(argument)) {
    if (argument.length !== 1)
      throw refused(`Expression ${operator} takes exactly 1 arguments. ${argument.length} were passed in.`)
    return checkedExpression(argument[0] ?? null)
  }
  const checked = checkedExpression(argument)
  return variadic.has(operator) && !Array.isArray(checked) ? [checked] : checked
}

function checkedPath(text: string): string {
  if (/^\$\$NOW\b/.test(text)) throw refused('$$NOW is not supported; pass the time')
  if (/^\$[^$]*\.\d+(\.|$)/.test(text))
    throw refused(`${text}: a number in a path is no place in a list here; use $arrayElemAt`)
  return text
}
