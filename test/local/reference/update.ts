import { matches } from './filter'
import { compare, type Doc, isDoc, Refused, same, sorted, type Thing } from './value'

const read = (doc: Doc, path: string): Thing | undefined =>
  path.split('.').reduce<Thing | undefined>((at, name) => (isDoc(at) ? at[name] : undefined), doc)

function write(doc: Doc, path: string, value: Thing): void {
  const names = path.split('.')
  const last = names.pop() as string
  let at: Doc = doc
  for (const name of names) {
    at[name] ??= name in at ? null : {}
    const next = at[name]
    if (!isDoc(next)) throw new Refused(`${path} leads through ${JSON.stringify(next)}`)
    at = next
  }
  at[last] = value
}

function remove(doc: Doc, path: string): void {
  const names = path.split('.')
  const last = names.pop() as string
  const parent = names.length === 0 ? doc : read(doc, names.join('.'))
  if (isDoc(parent)) delete parent[last]
}

function number(doc: Doc, path: string): number {
  const value = read(doc, path)
  if (value !== undefined && typeof value !== 'number') throw new Refused(`${path} is no number`)
  return value ?? 0
}

function list(doc: Doc, path: string): Thing[] | undefined {
  const value = read(doc, path)
  if (value !== undefined && !Array.isArray(value)) throw new Refused(`${path} is no list`)
  return value
}

function pushed(before: Thing[], { $each, $position, $slice, $sort }: Doc): Thing[] {
  const each = $each as Thing[]
  const at = $position === undefined ? before.length : Math.min(before.length, $position as number)
  let after = [...before.slice(0, at), ...each, ...before.slice(at)]
  if ($sort !== undefined)
    after = sorted(
      after.map((value) => ({ value: [value] })),
      [['value', $sort as 1 | -1]],
    ).map((row) => (row.value as Thing[])[0] as Thing)
  if ($slice === undefined) return after
  return ($slice as number) >= 0
    ? after.slice(0, $slice as number)
    : after.slice(Math.max(0, after.length + ($slice as number)))
}

/** A document as an update leaves it. */
export function updated(before: Doc, update: Doc): Doc {
  const doc = structuredClone(before)
  for (const [operator, changes] of Object.entries(update))
    for (const [path, argument] of Object.entries(changes as Doc)) change(doc, operator, path, argument)
  return doc
}

function change(doc: Doc, operator: string, path: string, argument: Thing): void {
  switch (operator) {
    case '$set':
      return write(doc, path, argument)
    case '$unset':
      return remove(doc, path)
    case '$inc':
      return write(doc, path, number(doc, path) + (argument as number))
    case '$mul':
      // The SDK is never told of a zero below zero.
      return write(doc, path, number(doc, path) * (argument as number) + 0)
    case '$min':
    case '$max': {
      const value = read(doc, path)
      const order = value === undefined ? 0 : compare(argument, value)
      if (value === undefined || (operator === '$min' ? order < 0 : order > 0)) write(doc, path, argument)
      return
    }
    case '$rename': {
      const value = read(doc, path)
      if (value === undefined) return
      remove(doc, path)
      return write(doc, argument as string, value)
    }
    case '$push':
      return write(doc, path, pushed(list(doc, path) ?? [], argument as Doc))
    case '$addToSet': {
      const before = list(doc, path) ?? []
      return write(doc, path, before.some((each) => same(each, argument)) ? before : [...before, argument])
    }
    case '$pop': {
      const before = list(doc, path)
      if (before) write(doc, path, argument === 1 ? before.slice(0, -1) : before.slice(1))
      return
    }
    case '$pull': {
      const before = list(doc, path)
      const out = (each: Thing): boolean =>
        isDoc(argument)
          ? Object.keys(argument).some((key) => key.startsWith('$'))
            ? matches({ each }, { each: argument })
            : isDoc(each) && matches(each, argument)
          : same(each, argument)
      if (before)
        write(
          doc,
          path,
          before.filter((each) => !out(each)),
        )
      return
    }
    default:
      throw new Refused(operator)
  }
}
