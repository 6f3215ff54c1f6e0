import { refused } from './database-error'
import { isFields, type Value } from './value'

/** Throws where a value to be stored has a field that would read as an operator later. */
export function checkStorable(value: Value, path = ''): void {
  if (Array.isArray(value)) for (const [at, each] of value.entries()) checkStorable(each, `${path}.${at}`)
  else if (isFields(value))
    for (const [name, each] of Object.entries(value)) {
      if (name.startsWith('$'))
        throw refused(
          `The dollar ($) prefixed field '${name}' in '${path}${path && '.'}${name}' is not valid for storage.`,
        )
      checkStorable(each, path === '' ? name : `${path}.${name}`)
    }
}
