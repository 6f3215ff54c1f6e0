import { refused } from './database-error'
import { type Doc, type Fields, fieldOf, isFields, type Value } from './value'

type Container = Fields | Value[]

/**
 * A document on its way to its next state. Only what lies on a changed path is copied; the given document, and all
 * that it holds, stays as it is.
 */
export class Draft {
  readonly doc: Doc
  private readonly own = new Set<Container>()

  constructor(private readonly original: Doc) {
    this.doc = { ...original }
    this.own.add(this.doc)
  }

  /** What a path leads to, by field and by list index; undefined where it leads nowhere. */
  read(path: readonly string[]): Value | undefined {
    return path.reduce<Value | undefined>((value, name) => childOf(value, name), this.doc)
  }

  /** Puts a value at a path, with the documents on the way to it; refused where the way leads through something else. */
  write(path: readonly string[], value: Value): void {
    const last = path.at(-1) ?? ''
    put(this.parent(path), last, value, path)
  }

  /** Takes a field away; an element of a list becomes null, so that the others keep their places. */
  remove(path: readonly string[]): void {
    if (this.read(path) === undefined) return
    const parent = this.parent(path)
    const last = path.at(-1) ?? ''
    if (Array.isArray(parent)) parent[Number(last)] = null
    else delete parent[last]
  }

  /** How messages name the document. */
  get name(): string {
    return `{_id: ${JSON.stringify(this.original._id)}}`
  }

  private parent(path: readonly string[]): Container {
    let at: Container = this.doc
    for (const [depth, name] of path.slice(0, -1).entries()) {
      const child = childOf(at, name)
      if (child !== undefined && !isContainer(child))
        throw refused(`Cannot create field '${path[depth + 1]}' in element {${name}: ${JSON.stringify(child)}}`)
      const next: Container = child === undefined ? {} : this.own.has(child) ? child : copy(child)
      this.own.add(next)
      if (next !== child) put(at, name, next, path)
      at = next
    }
    return at
  }
}

const isContainer = (value: Value): value is Container => Array.isArray(value) || isFields(value)

const copy = (container: Container): Container => (Array.isArray(container) ? [...container] : { ...container })

const isIndex = (name: string): boolean => /^(0|[1-9]\d*)$/.test(name)

function childOf(value: Value | undefined, name: string): Value | undefined {
  if (Array.isArray(value)) return isIndex(name) ? value[Number(name)] : undefined
  return isFields(value) ? fieldOf(value, name) : undefined
}

/** A list takes numbers only, and is filled up with null where one lies beyond its end. */
const mostPadding = 1_500_000

function put(container: Container, name: string, value: Value, path: readonly string[]): void {
  if (Array.isArray(container)) {
    if (!isIndex(name)) throw refused(`Cannot create field '${name}' in element {${path.join('.')}: [ list ]}`)
    if (Number(name) - container.length > mostPadding) throw refused(`can't backfill more than ${mostPadding} elements`)
    while (container.length < Number(name)) container.push(null)
    container[Number(name)] = value
  } else Object.defineProperty(container, name, { value, writable: true, enumerable: true, configurable: true })
}
