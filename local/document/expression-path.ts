import { refused } from './database-error'
import type { Evaluate, Maybe } from './expression-argument'
import { fieldOf, isFields } from './value'

/** `$field.of.it`, `$$variable.field`, `$$ROOT`, `$$CURRENT`, `$$REMOVE`. */
export function compilePath(text: string): Evaluate {
  const ofVariable = text.startsWith('$$')
  const [head = '', ...rest] = text.slice(ofVariable ? 2 : 1).split('.')
  if (head === '' || rest.includes('')) throw refused(`'${text}' is not a valid FieldPath`)
  if (!ofVariable) return (root) => valueAt(root, [head, ...rest])
  if (head === 'ROOT' || head === 'CURRENT') return (root) => valueAt(root, rest)
  if (head === 'REMOVE') return () => undefined
  if (/^[A-Z]/.test(head)) throw refused(`Builtin variable '$$${head}' is not supported`)
  return (_, variables = {}) => {
    if (!Object.hasOwn(variables, head)) throw refused(`Use of undefined variable: ${head}`)
    return valueAt(variables[head], rest)
  }
}

/** What a path leads to; a list on the way gives what each of its documents has there, none of what is in lists in it. */
export function valueAt(value: Maybe, path: readonly string[], at = 0): Maybe {
  const name = path[at]
  if (name === undefined) return value
  if (Array.isArray(value))
    return value.flatMap((each) => {
      const found = isFields(each) ? valueAt(each, path, at) : undefined
      return found === undefined ? [] : [found]
    })
  return isFields(value) ? valueAt(fieldOf(value, name), path, at + 1) : undefined
}
