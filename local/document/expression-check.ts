import { refused } from './database-error'
import { isFields, type Value } from './value'

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

/** Throws where an expression has an operator that is not known, before any document is looked at. */
export function checkExpression(expression: Value): void {
  if (Array.isArray(expression)) return expression.forEach(checkExpression)
  if (typeof expression === 'string' && expression.startsWith('$$NOW'))
    throw refused('$$NOW is not supported; pass the time')
  if (!isFields(expression)) return
  const keys = Object.keys(expression)
  const operator = keys.find((key) => key.startsWith('$'))
  if (operator === undefined) return Object.values(expression).forEach(checkExpression)
  if (keys.length > 1)
    throw refused(`an object representing an expression must have exactly one field: ${JSON.stringify(expression)}`)
  if (!known.has(operator)) throw refused(`Unrecognized expression '${operator}'`)
  if (operator === '$literal') return
  const argument = expression[operator] as Value
  if (operator === '$switch' && isFields(argument) && Array.isArray(argument.branches))
    return [...argument.branches, argument.default ?? null].forEach(checkExpression)
  checkExpression(argument)
}
