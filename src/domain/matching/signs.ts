/** What a text is about: codes of the thesaurus and of its supplement, the surest first, each with how sure (0–1). */
export interface Sign {
  code: string
  weight: number
}

/** A reader of texts, made once from the thesaurus and its supplement: `read('水管滴水')` answers its signs. */
export interface Reader {
  read: (text: string) => Sign[]
}
