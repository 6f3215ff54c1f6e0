import { matches } from './filter'
import { compare, type Doc, isDoc, Refused, same, sorted, type Thing } from './value'

type Maybe = Thing | undefined
type Names = Record<string, Maybe>

const isTrue = (value: Maybe): boolean => value !== undefined && value !== null && value !== false && value !== 0

function follow(value: Maybe, path: string[]): Maybe {
  const [name, ...rest] = path
  if (name === undefined) return value
  if (Array.isArray(value))
    return (
      value
        // What is in a list within the list is none of its documents (ExpressionFieldPath).
        .map((each) => (isDoc(each) ? follow(each, path) : undefined))
        .filter((each) => each !== undefined)
    )
  return isDoc(value) ? follow(value[name], rest) : undefined
}

/** The value of an expression; it throws where it must be refused. */
export function evaluate(expression: Thing, row: Doc, names: Names = {}): Maybe {
  if (typeof expression === 'string' && expression.startsWith('$$')) {
    const [name = '', ...path] = expression.slice(2).split('.')
    return follow(name === 'ROOT' ? row : names[name], path)
  }
  if (typeof expression === 'string' && expression.startsWith('$')) return follow(row, expression.slice(1).split('.'))
  if (Array.isArray(expression)) return expression.map((each) => evaluate(each, row, names) ?? null)
  if (!isDoc(expression)) return expression
  const [operator = '', ...more] = Object.keys(expression)
  if (operator.startsWith('$') && more.length === 0) return operate(operator, expression[operator] as Thing, row, names)
  const result: Doc = {}
  for (const [name, each] of Object.entries(expression)) {
    const value = evaluate(each, row, names)
    if (value !== undefined) result[name] = value
  }
  return result
}

/** Values one by one; the first that is null, or nothing, ends it. */
function untilNull(given: Thing[], of: (each: Thing) => Maybe, isRight: (value: Thing) => boolean): Thing[] | null {
  const values: Thing[] = []
  for (const each of given) {
    const value = of(each)
    if (value === null || value === undefined) return null
    if (!isRight(value)) throw new Refused('of another kind')
    values.push(value)
  }
  return values
}

function operate(operator: string, argument: Thing, row: Doc, names: Names): Maybe {
  const of = (each: Maybe, more: Names = {}): Maybe => evaluate(each as Thing, row, { ...names, ...more })
  if (operator === '$map' || operator === '$filter') {
    const { input, as = 'this' } = argument as Doc
    const list = of(input)
    if (list === null || list === undefined) return null
    if (!Array.isArray(list)) throw new Refused(operator)
    const results = list.map((each) =>
      of((argument as Doc)[operator === '$map' ? 'in' : 'cond'], { [as as string]: each }),
    )
    return operator === '$map' ? results.map((each) => each ?? null) : list.filter((_, at) => isTrue(results[at]))
  }
  const given = Array.isArray(argument) ? argument : [argument]
  if (operator === '$cond') return isTrue(of(given[0])) ? of(given[1]) : of(given[2])
  if (operator === '$and') return given.every((each) => isTrue(of(each)))
  if (operator === '$or') return given.some((each) => isTrue(of(each)))
  const figures = () => untilNull(given, of, (value) => typeof value === 'number') as number[] | null
  if (operator === '$add') {
    const all = untilNull(given, of, (value) => typeof value === 'number' || value instanceof Date)
    const dates = all?.filter((value) => value instanceof Date).length ?? 0
    if (dates > 1) throw new Refused('two dates')
    const total = all?.reduce<number>((sum, value) => sum + Number(value), 0)
    return total === undefined ? null : dates === 1 ? new Date(Math.round(total)) : total
  }
  if (operator === '$multiply') return figures()?.reduce((a, b) => a * b + 0, 1) ?? null
  if (operator === '$concat') return untilNull(given, of, (value) => typeof value === 'string')?.join('') ?? null
  const values = given.map((each) => of(each))
  const [first, second] = values
  const order = compare(first, second)
  const isNothing = first === null || first === undefined
  switch (operator) {
    case '$eq':
      return order === 0
    case '$ne':
      return order !== 0
    case '$gt':
      return order > 0
    case '$gte':
      return order >= 0
    case '$lt':
      return order < 0
    case '$lte':
      return order <= 0
    case '$cmp':
      return order
    case '$not':
      return !isTrue(first)
    case '$ifNull':
      return isNothing ? second : first
    case '$abs':
      if (isNothing) return null
      if (typeof first !== 'number') throw new Refused(operator)
      return Math.abs(first)
    case '$size':
      if (!Array.isArray(first)) throw new Refused(operator)
      return first.length
    case '$isArray':
      return Array.isArray(first)
    case '$in':
      if (!Array.isArray(second)) throw new Refused(operator)
      return first !== undefined && second.some((each) => same(each, first))
    case '$arrayElemAt':
      if (isNothing) return null
      if (!Array.isArray(first)) throw new Refused(operator)
      return first[(second as number) < 0 ? first.length + (second as number) : (second as number)]
    default:
      throw new Refused(operator)
  }
}

function gather(operator: string, values: Maybe[]): Thing {
  const there = values.filter((value) => value !== undefined) as Thing[]
  const figures = there.filter((value) => typeof value === 'number')
  const total = figures.reduce((sum, value) => sum + value, 0)
  const some = sorted(
    there.filter((value) => value !== null).map((value) => ({ value: [value] })),
    [['value', 1]],
  ).map((row) => row.value[0] as Thing)
  switch (operator) {
    case '$sum':
      return total
    case '$avg':
      return figures.length === 0 ? null : total / figures.length
    case '$min':
      return some[0] ?? null
    case '$max':
      return some.at(-1) ?? null
    case '$first':
      return values[0] ?? null
    case '$last':
      return values.at(-1) ?? null
    case '$push':
      return there
    case '$addToSet':
      return there.filter((value, at) => there.findIndex((other) => same(other, value)) === at)
    default:
      throw new Refused(operator)
  }
}

function grouped(rows: Doc[], { _id, ...fields }: Doc): Doc[] {
  const groups: { id: Thing; rows: Doc[] }[] = []
  for (const row of rows) {
    const id = evaluate(_id as Thing, row) ?? null
    const known = groups.find((group) => same(group.id, id))
    if (known) known.rows.push(row)
    else groups.push({ id, rows: [row] })
  }
  return groups.map((group) => {
    const result: Doc = { _id: group.id }
    for (const [name, spec] of Object.entries(fields)) {
      const [[operator, expression] = ['', null]] = Object.entries(spec as Doc)
      result[name] = gather(
        operator,
        group.rows.map((row) => evaluate(expression, row)),
      )
    }
    return result
  })
}

const withField = (row: Doc, name: string, value: Maybe): Doc => {
  const { [name]: _, ...others } = row
  return value === undefined ? others : { ...row, [name]: value }
}

/** The rows that one stage makes of rows; `others` is the collection that a lookup looks into. */
export function staged(rows: Doc[], stage: Doc, others: Doc[]): Doc[] {
  const [[name, spec] = ['', null]] = Object.entries(stage)
  switch (name) {
    case '$match':
      return rows.filter((row) => matches(row, spec as Doc))
    case '$sort':
      return sorted(rows, Object.entries(spec as Record<string, 1 | -1>))
    case '$skip':
      return rows.slice(spec as number)
    case '$limit':
      return rows.slice(0, spec as number)
    case '$count':
      return rows.length === 0 ? [] : [{ [spec as string]: rows.length }]
    case '$group':
      return grouped(rows, spec as Doc)
    case '$addFields':
      return rows.map((row) =>
        Object.entries(spec as Doc).reduce((all, [field, each]) => withField(all, field, evaluate(each, row)), row),
      )
    case '$project':
      return rows.map((row) => {
        const shape = { _id: 1, ...(spec as Doc) }
        return Object.entries(shape).reduce(
          (all, [field, each]) => withField(all, field, typeof each === 'number' ? row[field] : evaluate(each, row)),
          {} as Doc,
        )
      })
    case '$unwind': {
      const field = (spec as string).slice(1)
      return rows.flatMap((row) => {
        const value = row[field]
        if (value === undefined || value === null) return []
        return (Array.isArray(value) ? value : [value]).map((each) => ({ ...row, [field]: each }))
      })
    }
    case '$lookup': {
      const { localField, foreignField, as } = spec as Record<string, string>
      return rows.map((row) => {
        const value = row[localField as string] ?? null
        const found = Array.isArray(value)
          ? others.filter((other) => value.some((each) => matches(other, { [foreignField as string]: { $eq: each } })))
          : others.filter((other) => matches(other, { [foreignField as string]: { $eq: value } }))
        return { ...row, [as as string]: found }
      })
    }
    default:
      throw new Refused(name)
  }
}
