import type { Concept } from '../understanding/thesaurus'

/** What is added to a concept of the thesaurus, or a finer concept of its own. */
export interface Added {
  code: string
  /** Only finer concepts have these: a name for people, and the wider concepts they belong to. */
  label?: string
  of?: string[]
  /** Things of one family exclude each other: who asks for tennis is not helped by badminton. */
  apart?: string
  /** Ways to say it, in the notation of `patterns`. */
  say: string
}

/** Ways people say things in life, beside the thesaurus; where it lies: cloudfunctions/thesaurus. */
export interface Supplement {
  /** Words that can stand for one another; `@name` in a pattern. */
  classes: Record<string, string>
  concepts: Added[]
}

/** A concept as the reader needs it. */
export interface Known {
  code: string
  of: string[]
  skills: string[]
  apart: string | null
}

const isCategory = (code: string): boolean => code.startsWith('cat-')

/** Thesaurus and supplement as one table of what belongs to what. */
export function knownOf(concepts: readonly Concept[], added: readonly Added[]): Known[] {
  const own = new Map(added.map((each) => [each.code, each]))
  const related = (concept: Concept, relation: string): string[] =>
    concept.related.filter((each) => each.relation === relation && !isCategory(each.code)).map(({ code }) => code)
  const old = concepts.map((concept) => ({
    code: concept.code,
    of: related(concept, 'is-a'),
    skills: related(concept, 'needs-skill'),
    apart: own.get(concept.code)?.apart ?? null,
  }))
  const known = new Set(old.map(({ code }) => code))
  const fresh = added
    .filter(({ code }) => !known.has(code))
    .map(({ code, of, apart }) => ({
      code,
      of: (of ?? []).filter((wide) => !isCategory(wide)),
      skills: [],
      apart: apart ?? null,
    }))
  return [...old, ...fresh]
}

/** Tells whether two concepts are so near that words of one may well be said of the other. */
export function circlesOf(known: readonly Known[]): (one: string, other: string) => boolean {
  const byCode = new Map(known.map((each) => [each.code, each]))
  const circles = new Map(
    known.map(({ code, of, skills }) => [
      code,
      new Set([code, ...of, ...skills, ...of.flatMap((wide) => byCode.get(wide)?.of ?? [])]),
    ]),
  )
  return (one, other) => {
    const theirs = circles.get(other) ?? new Set([other])
    for (const code of circles.get(one) ?? [one]) if (theirs.has(code)) return true
    return false
  }
}
