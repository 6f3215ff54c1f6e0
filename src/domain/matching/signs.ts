/** What a text is about: a code of the thesaurus or of its supplement, and how sure that is (0–1). */
export interface Sign {
  code: string
  weight: number
}

/** What a text says, read once; the surest signs first. */
export interface Reading {
  /** What an offer may say and still be meant by this need: the same, the skill for it, the wider and the narrower. */
  seeks: Sign[]
  /** What this offer gives: what it says, and the skill behind that. */
  gives: Sign[]
  /** Of things that exclude each other, which are named: `<family>:<code>`, such as `ball:tennis`. */
  things: string[]
}

/** A reader of texts, made once from the thesaurus and its supplement. */
export type Reader = (text: string) => Reading

/** Signs as one short string: `leaking-tap:92 skill-plumbing:74`. Stored so; strings cost the least on the way. */
export const packed = (signs: readonly Sign[]): string =>
  signs.map(({ code, weight }) => `${code}:${Math.round(100 * weight)}`).join(' ')

export function unpacked(text: string): Sign[] {
  if (text === '') return []
  return text.split(' ').map((each) => {
    const at = each.lastIndexOf(':')
    return { code: each.slice(0, at), weight: Number(each.slice(at + 1)) / 100 }
  })
}
