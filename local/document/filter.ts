import { type Condition, compileCondition } from './condition'
import { refused } from './database-error'
import { compileExpression, type Variables } from './expression'
import { isTrue } from './expression-argument'
import { compileSchema } from './json-schema'
import { type Filter, type Fields, isFields, type Value } from './value'

export type Match = (fields: Fields) => boolean

/**
 * Whether documents match, as MongoDB decides it. Everything in the filter is checked here, once: an operator that is
 * not known is refused by name, whatever documents there are. `variables` are for `$expr` inside a lookup.
 */
export function compileFilter(filter: Filter, variables: Variables = {}): Match {
  const tests = Object.entries(filter).map(([key, value]) =>
    key.startsWith('$') ? compileLogic(key, value, variables) : compileField(key, value, variables),
  )
  const [first] = tests
  if (first && tests.length === 1) return first
  return (fields) => tests.every((test) => test(fields))
}

function compileField(key: string, value: Value, variables: Variables): Match {
  const path = key.split('.')
  const condition: Condition = compileCondition(value, (filter) => compileFilter(filter, variables))
  return (fields) => condition(fields, path)
}

function compileLogic(operator: string, value: Value, variables: Variables): Match {
  switch (operator) {
    case '$and': {
      const all = branches(operator, value, variables)
      return (fields) => all.every((match) => match(fields))
    }
    case '$or': {
      const any = branches(operator, value, variables)
      return (fields) => any.some((match) => match(fields))
    }
    case '$nor': {
      const none = branches(operator, value, variables)
      return (fields) => !none.some((match) => match(fields))
    }
    case '$expr': {
      const evaluate = compileExpression(value)
      return (fields) => isTrue(evaluate(fields, variables))
    }
    case '$jsonSchema':
      return compileSchema(value)
    case '$comment':
      return () => true
    default:
      throw refused(`unknown top level operator: ${operator}`)
  }
}

function branches(operator: string, value: Value, variables: Variables): Match[] {
  if (!Array.isArray(value) || value.length === 0) throw refused(`${operator} must be a nonempty array`)
  return value.map((each) => {
    if (!isFields(each)) throw refused(`${operator} entries need to be full objects`)
    return compileFilter(each, variables)
  })
}
