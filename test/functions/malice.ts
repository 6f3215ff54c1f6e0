/** Bad inputs made from a good one: what a hostile client sends. */
export interface Bad {
  what: string
  /** JSON text, so that keys like __proto__ arrive as they were written. */
  json: string
}

const operators = [
  { $gt: '' },
  { $ne: null },
  { $in: ['a', 'b'] },
  { $regex: '.*' },
  { $where: 'sleep(1000)' },
  { $exists: true },
  { $not: { $size: 0 } },
]

const many = (length: number) => Array.from({ length }, () => 'x')
/** Once for each procedure as much as a request may hold; in each field more than any field takes. */
const [huge, hugeCrowd] = ['x'.repeat(1024 * 1024), many(100_000)]
const [long, crowd] = ['x'.repeat(32 * 1024), many(2_000)]
/** A picture's text alone may be longer than that. */
const longFor = (field: string) => (field === 'image' ? huge : long)
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

const wrongTypes: unknown[] = [{}, [], [[]], { a: 1 }, -1.5, 1e308]

/** What is wrong in any field, by what the field holds. Nothing here is ever right there. */
function wrongFor(field: string, value: unknown, nullable: boolean): unknown[] {
  const nothing = nullable ? [] : [null]
  const common = [...operators, longFor(field), crowd, ...nothing]
  if (typeof value === 'string') return [...common, ...wrongTypes, 0, true, ['one-walk'], '', '\u0000', '$gt', '\n']
  if (typeof value === 'number') return [...common, {}, [], '1', true, -1, 0.5, 1e308]
  if (typeof value === 'boolean') return [...common, ...wrongTypes, 'true', 1, 0]
  if (Array.isArray(value)) return [...common, {}, 'x', 0, true, [null], [{ $gt: '' }], [[]], [0]]
  return [...common, ...wrongTypes, 'x', 0, true]
}

/** An object's text with one more field, whose value is text already. */
const withField = (rest: object, field: string, json: string): string =>
  `${JSON.stringify(rest).slice(0, -1)}${Object.keys(rest).length > 0 ? ',' : ''}"${field}":${json}}`

const told = (value: unknown) => JSON.stringify(value)?.slice(0, 40) ?? 'missing'

/** Everything bad that can be made of a good input; `nullable` fields may be null. */
export function badInputs(good: Record<string, unknown>, nullable: string[] = []): Bad[] {
  const bad: Bad[] = []
  const add = (what: string, json: string) => bad.push({ what, json })
  for (const whole of [null, 0, '', 'x', true, [], [good], ...operators, huge, hugeCrowd])
    add(`whole: ${told(whole)}`, JSON.stringify(whole))
  add('nested deeply', nested(100_000))
  for (const key of ['extra', '$where', 'constructor', 'centre', 'openid', 'roles', '_id', 'member'])
    add(`extra key ${key}`, JSON.stringify({ ...good, [key]: 'x' }))
  const text = JSON.stringify(good)
  add('__proto__', text === '{}' ? '{"__proto__":{"roles":["system-admin"]}}' : `{"__proto__":{"a":1},${text.slice(1)}`)
  for (const [field, value] of Object.entries(good)) {
    const { [field]: _, ...rest } = good
    add(`${field} missing`, JSON.stringify(rest))
    add(`${field} nested`, withField(rest, field, nested(2000)))
    for (const wrong of wrongFor(field, value, nullable.includes(field)))
      if (!isRight(field, wrong)) add(`${field}: ${told(wrong)}`, JSON.stringify({ ...good, [field]: wrong }))
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const inner of badInputs(value as Record<string, unknown>, within(field, nullable)))
        if (inner.json !== 'null') add(`${field} → ${inner.what}`, withField(rest, field, inner.json))
  }
  return bad
}

/** Fields of a part that may be null: `part.field`. */
const within = (part: string, nullable: string[]): string[] =>
  nullable.filter((field) => field.startsWith(`${part}.`)).map((field) => field.slice(part.length + 1))

const menuTexts = ['when', 'where', 'price', 'qualification', 'about', 'unit', 'note']
const freeText = [
  'name',
  'reason',
  'text',
  'comment',
  'outcome',
  'title',
  'description',
  'bring',
  'place',
  'placeNote',
  'note',
  'deposit',
  'purpose',
  'provider',
  'leads',
  'meets',
  ...menuTexts,
]

/** A person may be called anything short, and a search may be for it: that is no malice. */
const isRight = (field: string, value: unknown): boolean =>
  // Minutes of the day, days of the week: nought is one.
  (['slots', 'weekdays'].includes(field) && JSON.stringify(value) === '[0]') ||
  (field === 'words' && typeof value === 'string' && value.length < 20) ||
  (freeText.includes(field) && value === '$gt')
