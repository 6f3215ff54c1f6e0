/**
 * Guards against what the SDK's serializer does in silence: `{ a: {} }` becomes "everything", an `undefined` key
 * vanishes, two `or`s on different fields merge into one, `update({ a: {} })` does nothing and
 * `update({ a: { b: 1 } })` merges. Each would turn a mistake in a procedure into someone else's document.
 */
export class UnsafeQuery extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'UnsafeQuery'
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const operatorOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'operator' in value ? value.operator : undefined

/** Throws where a condition would not say what it seems to say. `path` is for the message. */
export function checkFilter(filter: Record<string, unknown>, path = ''): void {
  let alternatives = 0
  for (const [key, value] of Object.entries(filter)) {
    const at = `${path}${key}`
    if (key.startsWith('$')) throw new UnsafeQuery(`operator ${at} in a filter; write it as a command`)
    if (value === undefined) throw new UnsafeQuery(`condition ${at} is undefined`)
    if (isPlain(value)) {
      if (Object.keys(value).length === 0) throw new UnsafeQuery(`condition ${at} is empty and would match everything`)
      checkFilter(value, `${at}.`)
    }
    if (operatorOf(value) === 'or' || operatorOf(value) === 'nor') alternatives += 1
  }
  if (alternatives > 1) throw new UnsafeQuery('two alternatives in one filter would merge into one')
}

/** Throws where a change would do nothing, merge, or carry an operator of someone's own. */
export function checkChange(change: Record<string, unknown>): void {
  const entries = Object.entries(change)
  if (entries.length === 0) throw new UnsafeQuery('a change without fields')
  for (const [key, value] of entries) {
    if (key.startsWith('$')) throw new UnsafeQuery(`operator ${key} in a change; write it as a command`)
    if (value === undefined) throw new UnsafeQuery(`change of ${key} is undefined`)
    if (isPlain(value)) throw new UnsafeQuery(`change of ${key} would merge; use set`)
    if (operatorOf(value) === 'addToSet' && Array.isArray((value as { operands: unknown }).operands))
      throw new UnsafeQuery(`addToSet of ${key} would add the list itself; use push or one value`)
  }
}
