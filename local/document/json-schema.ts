import { refused } from './database-error'
import { fitting, regExpOf } from './ejson'
import { equalValues } from './order'
import { typeTest } from './type-names'
import { type Fields, isFields, type Value } from './value'

type Test = (value: Value) => boolean

const fail = (keyword: string, why: string) => refused(`$jsonSchema keyword '${keyword}' must be ${why}`)

function list(keyword: string, value: Value): Value[] {
  if (Array.isArray(value) && value.length > 0) return value
  throw fail(keyword, 'an array that is not empty')
}

function texts(keyword: string, value: Value): string[] {
  const all = list(keyword, value)
  if (all.every((each) => typeof each === 'string')) return all
  throw fail(keyword, 'an array of strings')
}

function number(keyword: string, value: Value, isRight = Number.isFinite): number {
  if (typeof value === 'number' && isRight(value)) return value
  throw fail(keyword, 'a number that makes sense there')
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0

/** Keywords speak of values of one kind, and let all others pass. */
const ofNumber =
  (test: (value: number) => boolean): Test =>
  (value) =>
    typeof value !== 'number' || test(value)
const ofText =
  (test: (value: string) => boolean): Test =>
  (value) =>
    typeof value !== 'string' || test(value)
const ofList =
  (test: (value: Value[]) => boolean): Test =>
  (value) =>
    !Array.isArray(value) || test(value)
const ofFields =
  (test: (value: Fields) => boolean): Test =>
  (value) =>
    !isFields(value) || test(value)

const jsonTypes: Record<string, string> = {
  object: 'object',
  array: 'array',
  number: 'number',
  boolean: 'bool',
  string: 'string',
  null: 'null',
}

function plainType(argument: Value): Test {
  const names = (Array.isArray(argument) ? argument : [argument]).map((each) => {
    const name = typeof each === 'string' && Object.hasOwn(jsonTypes, each) ? jsonTypes[each] : undefined
    if (!name) throw refused(`$jsonSchema: unknown type name: ${JSON.stringify(each)}`)
    return name
  })
  return typeTest(names)
}

const each = (keyword: string, argument: Value): Test[] => list(keyword, argument).map(compileSchema)

/** What the elements behind the listed ones, or the fields that nobody named, must be. */
const rest = (argument: Value | undefined): Test =>
  argument === undefined || argument === true ? () => true : argument === false ? () => false : compileSchema(argument)

function properties({ properties: given = {}, patternProperties: patterns = {}, additionalProperties }: Fields): Test {
  if (!isFields(given)) throw fail('properties', 'an object')
  if (!isFields(patterns)) throw fail('patternProperties', 'an object')
  const known = new Map(Object.entries(given).map(([name, schema]) => [name, compileSchema(schema)]))
  const liked = Object.entries(patterns).map(
    ([pattern, schema]) => [fitting(regExpOf(pattern, '')), compileSchema(schema)] as const,
  )
  const other = rest(additionalProperties)
  return ofFields((fields) =>
    Object.entries(fields).every(([name, value]) => {
      const tests = [known.get(name), ...liked.map(([like, test]) => (like(name) ? test : undefined))]
      const applying = tests.filter((test) => test !== undefined)
      return applying.length > 0 ? applying.every((test) => test(value)) : other(value)
    }),
  )
}

function items({ items: given, additionalItems }: Fields): Test {
  if (given === undefined) return () => true
  if (!Array.isArray(given)) {
    const test = compileSchema(given)
    return ofList((all) => all.every(test))
  }
  const [tests, other] = [given.map(compileSchema), rest(additionalItems)]
  return ofList((all) => all.every((value, at) => (tests[at] ?? other)(value)))
}

function dependencies(argument: Value): Test {
  if (!isFields(argument)) throw fail('dependencies', 'an object')
  const all = Object.entries(argument).map(([name, needs]) => {
    if (!Array.isArray(needs)) return [name, compileSchema(needs)] as const
    const names = texts('dependencies', needs)
    return [name, ofFields((fields) => names.every((each) => Object.hasOwn(fields, each)))] as const
  })
  return ofFields((fields) => all.every(([name, test]) => !Object.hasOwn(fields, name) || test(fields)))
}

const size =
  (count: (value: Value) => number | undefined, holds: (has: number, wanted: number) => boolean) =>
  (argument: Value, keyword: string): Test => {
    const wanted = number(keyword, argument, isCount)
    return (value) => {
      const has = count(value)
      return has === undefined || holds(has, wanted)
    }
  }

const length = (value: Value) => (typeof value === 'string' ? [...value].length : undefined)
const elements = (value: Value) => (Array.isArray(value) ? value.length : undefined)
const names = (value: Value) => (isFields(value) ? Object.keys(value).length : undefined)
const atLeast = (has: number, wanted: number) => has >= wanted
const atMost = (has: number, wanted: number) => has <= wanted
const remark = (): Test => () => true

/** Every keyword that MongoDB has; some are read together with the one beside them. */
const keywords: Record<string, (argument: Value, keyword: string, schema: Fields) => Test> = {
  title: remark,
  description: remark,
  bsonType: (argument) => typeTest(argument),
  type: plainType,
  enum: (argument) => {
    const all = list('enum', argument)
    return (value) => all.some((each) => equalValues(each, value))
  },
  required: (argument) => {
    const all = texts('required', argument)
    return ofFields((fields) => all.every((name) => Object.hasOwn(fields, name)))
  },
  minimum: (argument, keyword, { exclusiveMinimum }) => {
    const least = number(keyword, argument)
    return ofNumber((value) => (exclusiveMinimum === true ? value > least : value >= least))
  },
  maximum: (argument, keyword, { exclusiveMaximum }) => {
    const most = number(keyword, argument)
    return ofNumber((value) => (exclusiveMaximum === true ? value < most : value <= most))
  },
  exclusiveMinimum: remark,
  exclusiveMaximum: remark,
  multipleOf: (argument, keyword) => {
    const unit = number(keyword, argument, (value) => Number(value) > 0)
    return ofNumber((value) => Number.isInteger(value / unit))
  },
  minLength: size(length, atLeast),
  maxLength: size(length, atMost),
  pattern: (argument) => {
    if (typeof argument !== 'string') throw fail('pattern', 'a string')
    return ofText(fitting(regExpOf(argument, '')))
  },
  minItems: size(elements, atLeast),
  maxItems: size(elements, atMost),
  uniqueItems: (argument) =>
    ofList(
      (all) => argument !== true || all.every((value, at) => all.findIndex((each) => equalValues(each, value)) === at),
    ),
  items: (_, __, schema) => items(schema),
  additionalItems: remark,
  minProperties: size(names, atLeast),
  maxProperties: size(names, atMost),
  properties: (_, __, schema) => properties(schema),
  patternProperties: (_, __, schema) => properties(schema),
  additionalProperties: (_, __, schema) => properties(schema),
  dependencies,
  allOf: (argument) => {
    const tests = each('allOf', argument)
    return (value) => tests.every((test) => test(value))
  },
  anyOf: (argument) => {
    const tests = each('anyOf', argument)
    return (value) => tests.some((test) => test(value))
  },
  oneOf: (argument) => {
    const tests = each('oneOf', argument)
    return (value) => tests.filter((test) => test(value)).length === 1
  },
  not: (argument) => {
    const test = compileSchema(argument)
    return (value) => !test(value)
  },
}

/** `$jsonSchema`: draft 4 as MongoDB has it. A keyword that is not known is refused by its name. */
export function compileSchema(schema: Value): Test {
  if (!isFields(schema)) throw refused('$jsonSchema must be an object')
  const tests = Object.entries(schema).map(([keyword, argument]) => {
    const compile = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined
    if (!compile) throw refused(`Unknown $jsonSchema keyword: ${keyword}`)
    return compile(argument, keyword, schema)
  })
  return (value) => tests.every((test) => test(value))
}
