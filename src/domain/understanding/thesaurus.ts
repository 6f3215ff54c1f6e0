/** Who may learn of what is meant, and what is done first. */
export const handlings = ['open', 'council', 'guide', 'staff-first', 'emergency'] as const
export type Handling = (typeof handlings)[number]

export type ConceptKind = 'category' | 'need' | 'skill' | 'object' | 'topic' | 'offer'

export interface Concept {
  code: string
  label: string
  kind: ConceptKind
  /** A category of the catalogue. */
  category: string
  handling: Handling
  /** Items of the catalogue that answer it, the nearest first. */
  items: string[]
  /** Whole ways to say it; each belongs to one concept. */
  synonyms: string[]
  /** Short words that point to it, shared with others. */
  cues: string[]
  /** Sentences and phrases as people say them in life, often without the thing's own name. */
  said: string[]
  related: { code: string; relation: 'is-a' | 'helps-with' | 'needs-skill' }[]
}

/** What must not wait. stop: never an ordinary order; ask: first asked whether it is happening now. */
export interface Emergency {
  code: string
  mode: 'stop' | 'ask'
  words: string[]
  /** Where one of these is said, the words mean something else. */
  exclude: string[]
  action: string
  concepts: string[]
}

/** Who and what together that no list of words could name all of: one way to say an emergency of a group, in plain words. */
export interface Sign {
  group: string
  /** A regular expression for what is said, and one for what gives it another meaning. */
  said: string
  unless: string
}

export interface Lexicon {
  needMarkers: string[]
  offerMarkers: string[]
  negators: string[]
  urgencyHigh: string[]
  urgencyMedium: string[]
  timeWords: Record<string, string>
  personWords: Record<string, string>
  dialect: Record<string, string>
  fillers: string[]
  stopPhrases: string[]
  paidWords: string[]
}

/** The words of a community and what they mean; where it lies in the project: cloudfunctions/thesaurus. */
export interface Thesaurus {
  concepts: Concept[]
  lexicon: Lexicon
  emergencies: Emergency[]
  signs: Sign[]
  /** A thing and what is wrong with it. */
  compositions: { objects: string[]; symptoms: string[]; concept: string }[]
  /** Words that can stand for one another in a frame, by name. */
  classes: Record<string, string[]>
  /** One word of every group must be said; `@name` stands for a class, `~word` for a word’s families. */
  frames: { concept: string; groups: string[][] }[]
  /** Families of words that stand for nearly the same in daily life. */
  alike: string[][]
  /** Words that are nobody’s business but staff’s, whatever else is said. */
  delicate: string[]
  ambiguousWords: { word: string; hint: string; candidates: string[] }[]
}
