import { compileExpression, type Variables } from './expression'
import { type Fields, type Filter, isFields, ObjectId, type Value } from './value'

/**
 * The first `$match` of a lookup's pipeline as a filter that stands by itself: the variables' values are put in, and
 * `{ $expr: { $eq: ['$_id', '$$activity'] } }` becomes `{ _id: … }`, so that the store can use an index.
 */
export function lookupFilter(match: Filter, variables: Variables): Filter {
  const { $expr, ...plain } = match
  if ($expr === undefined) return plain
  const conditions: Filter[] = Object.keys(plain).length > 0 ? [plain] : []
  for (const part of conjuncts($expr)) {
    const indexed = asCondition(part, variables)
    if (indexed) conditions.push(indexed.filter)
    if (!indexed?.exact) conditions.push({ $expr: withVariables(part, variables) })
  }
  return merged(conditions)
}

function conjuncts(expression: Value): Value[] {
  const parts = isFields(expression) && Object.keys(expression).length === 1 ? expression.$and : undefined
  return Array.isArray(parts) ? parts.flatMap(conjuncts) : [expression]
}

/**
 * What of an expression a filter can say. A filter also finds the value inside a list, and null where there is nothing:
 * so it finds at least all that the expression does, and exactly that for an `_id`, which is never a list.
 */
function asCondition(expression: Value, variables: Variables): { filter: Filter; exact: boolean } | undefined {
  const [operator, sides] = isFields(expression) ? (Object.entries(expression)[0] ?? []) : []
  if (!Array.isArray(sides) || sides.length !== 2) return undefined
  const [left, right] = sides as [Value, Value]
  const field = fieldName(left) ?? (operator === '$eq' ? fieldName(right) : undefined)
  const other = fieldName(left) === undefined ? left : right
  if (field === undefined || dependsOnDocument(other)) return undefined
  const value = compileExpression(other)({}, variables)
  if (operator === '$eq' && isScalar(value))
    return { filter: { [field]: value }, exact: field === '_id' && value !== null }
  if (operator === '$in' && Array.isArray(value) && value.every(isScalar))
    return { filter: { [field]: { $in: value } }, exact: field === '_id' && !value.includes(null) }
  return undefined
}

const fieldName = (expression: Value): string | undefined =>
  typeof expression === 'string' && /^\$[^$]/.test(expression) ? expression.slice(1) : undefined

const isScalar = (value: Value | undefined): value is null | boolean | number | string | Date | ObjectId =>
  value !== undefined &&
  (typeof value !== 'object' || value === null || value instanceof Date || value instanceof ObjectId)

/** Whether an expression's value can differ from document to document. */
function dependsOnDocument(expression: Value): boolean {
  if (typeof expression === 'string') return /^\$[^$]|^\$\$(ROOT|CURRENT)\b/.test(expression)
  if (Array.isArray(expression)) return expression.some(dependsOnDocument)
  if (!isFields(expression) || Object.hasOwn(expression, '$literal')) return false
  return Object.values(expression).some(dependsOnDocument)
}

const withVariables = (expression: Value, variables: Variables): Value =>
  Object.keys(variables).length === 0
    ? expression
    : {
        $let: {
          vars: Object.fromEntries(
            Object.entries(variables).map(([name, value]) => [
              name,
              value === undefined ? '$$REMOVE' : { $literal: value },
            ]),
          ),
          in: expression,
        },
      }

/** One filter of all; fields stay at the top, where the store looks for them, as long as each is named once. */
function merged(conditions: readonly Filter[]): Filter {
  const names = conditions.flatMap((condition) => Object.keys(condition))
  if (new Set(names).size === names.length) return Object.assign({}, ...conditions) as Fields
  const [first = {}, ...others] = conditions
  return Object.hasOwn(first, '$and') ? { $and: [...conditions] } : { ...first, $and: others }
}
