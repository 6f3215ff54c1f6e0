import type { Concept } from '../understanding/thesaurus'
import { type Pattern, patterns } from './pattern'

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

/** All ways to say something, with classes written out and every word in plain words. */
export function sayings({ classes, concepts }: Supplement, plain: (text: string) => string): Pattern[] {
  const words = new Map(Object.entries(classes).map(([name, list]) => [`@${name}`, list.split('/')]))
  const full = (word: string): string[] => (words.get(word) ?? [word]).map(plain)
  return concepts.flatMap(({ code, say }) =>
    patterns(code, say).map((pattern) => ({
      ...pattern,
      groups: pattern.groups.map((group) => [...new Set(group.flatMap(full))]),
    })),
  )
}
