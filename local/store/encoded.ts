import { encode } from '../document/ejson'
import type { Doc } from '../document/value'

/** A document is never changed in place: what it was written as once is what it is written as again. */
const known = new WeakMap<Doc, string>()

/** A document as extended JSON; made once for its size, the disk and the answer. */
export function encoded(doc: Doc): string {
  const before = known.get(doc)
  if (before !== undefined) return before
  const text = encode(doc)
  known.set(doc, text)
  return text
}
