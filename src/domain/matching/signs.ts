/** What a text is about: a code of the thesaurus or of its supplement, and how sure that is (0–1). */
export interface Sign {
  code: string
  weight: number
}

/** All that is kept of a text for matching; no later match needs the thesaurus for it. */
export interface Reading {
  /** What it says itself, the surest first. */
  says: Sign[]
  /** What the other side may say and still be meant: the same, the skill for it, the wider and the narrower. */
  seeks: Sign[]
  /** Of things that exclude each other, which are named: `<family>:<code>`, such as `ball:tennis`. */
  things: string[]
}

/** A reader of texts, made once from the thesaurus and its supplement. */
export type Reader = (text: string) => Reading
