import { compare, type Doc, isDoc, kindRank, Refused, same, type Thing } from './value'

/** Everything that a path leads to; undefined where it leads to nothing. */
function reach(from: Thing | undefined, path: string[]): (Thing | undefined)[] {
  const [name, ...rest] = path
  if (name === undefined) return [from]
  if (isDoc(from)) return name in from ? reach(from[name], rest) : [undefined]
  if (!Array.isArray(from)) return [undefined]
  const at = /^\d+$/.test(name) ? from[Number(name)] : undefined
  const here = at === undefined || (rest.length > 0 && typeof at !== 'object') ? [] : reach(at, rest)
  return [...here, ...from.filter(isDoc).flatMap((each) => reach(each, path))]
}

const within = (a: Thing | undefined, b: Thing, holds: (order: number) => boolean): boolean =>
  (kindRank(a) === kindRank(b) || (a === undefined && b === null)) &&
  Number.isNaN(a) === Number.isNaN(b) &&
  holds(compare(a ?? null, b))

const isEqual = (a: Thing | undefined, b: Thing): boolean => (b === null ? a === null || a === undefined : same(a, b))

/** Whether one value, looked at as it is, holds for an operator. */
function holds(value: Thing | undefined, operator: string, argument: Thing): boolean {
  switch (operator) {
    case '$eq':
      return isEqual(value, argument)
    case '$gt':
      return within(value, argument, (order) => order > 0)
    case '$gte':
      return within(value, argument, (order) => order >= 0)
    case '$lt':
      return within(value, argument, (order) => order < 0)
    case '$lte':
      return within(value, argument, (order) => order <= 0)
    case '$in':
      return (argument as Thing[]).some((each) => isEqual(value, each))
    case '$mod': {
      const [divisor, rest] = argument as [number, number]
      return typeof value === 'number' && Math.trunc(value) % divisor === rest
    }
    default:
      throw new Refused(operator)
  }
}

const positive: Record<string, string> = { $ne: '$eq', $nin: '$in' }

function operatorMatches(doc: Doc, path: string[], operator: string, argument: Thing): boolean {
  const found = reach(doc, path)
  const opposite = positive[operator]
  if (opposite) return !operatorMatches(doc, path, opposite, argument)
  switch (operator) {
    case '$exists':
      return found.some((each) => each !== undefined) === argument
    case '$size':
      return found.some((each) => Array.isArray(each) && each.length === argument)
    case '$all':
      return (
        (argument as Thing[]).length > 0 &&
        (argument as Thing[]).every((each) => operatorMatches(doc, path, '$eq', each))
      )
    case '$not':
      return !Object.entries(argument as Doc).every(([name, value]) => operatorMatches(doc, path, name, value))
    case '$elemMatch': {
      const entries = Object.entries(argument as Doc)
      const test = (element: Thing): boolean =>
        entries.some(([name]) => name.startsWith('$'))
          ? entries.every(([name, value]) =>
              name === '$ne' ? !holds(element, '$eq', value) : holds(element, name, value),
            )
          : isDoc(element) && matches(element, argument as Doc)
      return found.some((each) => Array.isArray(each) && each.some(test))
    }
    default:
      return found.some(
        (each) =>
          holds(each, operator, argument) ||
          (Array.isArray(each) && each.some((one) => holds(one, operator, argument))),
      )
  }
}

export function matches(doc: Doc, filter: Doc): boolean {
  return Object.entries(filter).every(([name, condition]) => {
    if (name === '$and') return (condition as Doc[]).every((each) => matches(doc, each))
    if (name === '$or') return (condition as Doc[]).some((each) => matches(doc, each))
    if (name === '$nor') return !(condition as Doc[]).some((each) => matches(doc, each))
    const isOperators = isDoc(condition) && Object.keys(condition).some((key) => key.startsWith('$'))
    const operators: [string, Thing][] = isOperators ? Object.entries(condition) : [['$eq', condition]]
    return operators.every(([operator, argument]) => operatorMatches(doc, name.split('.'), operator, argument))
  })
}
