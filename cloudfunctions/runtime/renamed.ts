/** The same value with another id wherever a text is this id, or one of its family's ("id.key"). */
export function renamed<Value>(value: Value, from: string, to: string): Value {
  if (typeof value === 'string')
    return (value === from || value.startsWith(`${from}.`) ? to + value.slice(from.length) : value) as Value
  if (Array.isArray(value)) return value.map((each) => renamed(each, from, to)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, renamed(each, from, to)])) as Value
}
