import { accumulatorOf } from './accumulator'
import { refused } from './database-error'
import { fixed, listOf, type Operator, type Operators, unary } from './expression-argument'
import { isFields, typeName, type Value } from './value'

/** `[['k', 1]]` and `[{ k: 'k', v: 1 }]` are the same document; one list has only one of both forms. */
function documentOf(list: Value): Value {
  const pairs = listOf('$arrayToObject', list).map((each): [Value | undefined, Value | undefined, boolean] => {
    if (Array.isArray(each) && each.length === 2) return [each[0], each[1], true]
    if (isFields(each) && Object.keys(each).length === 2) return [each.k, each.v, false]
    throw refused('$arrayToObject requires an array of pairs, or of objects with k and v')
  })
  if (pairs.some(([, , form]) => form !== pairs[0]?.[2]))
    throw refused('$arrayToObject requires a consistent input format: pairs, or objects with k and v')
  return Object.fromEntries(
    pairs.map(([key, value]) => {
      if (typeof key !== 'string' || value === undefined)
        throw refused(`$arrayToObject requires keys of type string, found: ${typeName(key)}`)
      return [key, value]
    }),
  )
}

const withVariables: Operator = (argument, compile) => {
  const { vars, in: body, ...others } = isFields(argument) ? argument : {}
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw refused(`Unrecognized parameter to $let: ${unknown}`)
  if (!isFields(vars) || body === undefined) throw refused("$let requires 'vars', an object, and 'in'")
  const variables = Object.entries(vars).map(([name, value]) => {
    if (!/^[a-z\u0080-\uffff]/.test(name))
      throw refused(`'${name}' starts with an invalid character for a user variable name`)
    return [name, compile(value)] as const
  })
  const evaluate = compile(body)
  return (root, outer) =>
    evaluate(root, { ...outer, ...Object.fromEntries(variables.map(([name, value]) => [name, value(root, outer)])) })
}

export const objects: Operators = {
  $literal: (argument) => () => argument,
  $let: withVariables,
  $arrayToObject: unary('$arrayToObject', documentOf),
  $objectToArray: unary('$objectToArray', (value) => {
    if (!isFields(value)) throw refused(`$objectToArray requires a document input, found: ${typeName(value)}`)
    return Object.entries(value).map(([k, v]) => ({ k, v }))
  }),
  $mergeObjects: fixed('$mergeObjects', 0, Number.POSITIVE_INFINITY, (...values) =>
    accumulatorOf('$mergeObjects')(values.length === 1 && Array.isArray(values[0]) ? values[0] : values),
  ),
}
