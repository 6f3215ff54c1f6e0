import type { Concept } from '../understanding/thesaurus'
import { type Classes, type Pattern, patterns } from './pattern'
import { circlesOf, knownOf, type Supplement } from './supplement'
import { type Example, trust } from './trust'

/**
 * The supplement made ready to be read fast: all words plain, each pattern with how far it can be trusted. Written by
 * `npm run wordbook`, so that no function spends a second on it when it starts.
 */
export interface Wordbook {
  classes: Classes
  /** `<code> <weight in percent> <groups>`, hints with `~` before the groups. */
  patterns: string[]
}

/** What the thesaurus itself knows to be said of its concepts. */
const examplesOf = (concepts: readonly Concept[], plain: (text: string) => string): Example[] =>
  concepts
    .filter(({ kind }) => kind !== 'category')
    .flatMap(({ code, label, synonyms, cues }) =>
      [label, ...synonyms, ...cues].map((text) => ({ code, text: plain(text) })),
    )

/** Makes the wordbook of a supplement. */
export function wordbook(
  supplement: Supplement,
  concepts: readonly Concept[],
  plain: (text: string) => string,
): Wordbook {
  const word = (each: string): string => (each.startsWith('@') ? each : plain(each))
  const classes = Object.fromEntries(
    Object.entries(supplement.classes).map(([name, words]) => [name, [...new Set(words.split('/').map(plain))]]),
  )
  const list = supplement.concepts.flatMap(({ code, say }) =>
    patterns(code, say).map((each) => ({ ...each, groups: each.groups.map((group) => [...new Set(group.map(word))]) })),
  )
  const isNear = circlesOf(knownOf(concepts, supplement.concepts))
  const trusted = trust(list, classes, examplesOf(concepts, plain), isNear)
  const line = ({ code, weight, isHint, groups }: Pattern, at: number): string =>
    `${code} ${Math.round(100 * weight * (trusted[at] ?? 0))} ${isHint ? '~' : ''}${groups.map((group) => group.join('/')).join('+')}`
  return { classes, patterns: list.map(line) }
}

/** The patterns of a wordbook. */
export function patternsOf(book: Wordbook): Pattern[] {
  return book.patterns.map((line) => {
    const [code = '', weight = '', ways = ''] = line.split(' ')
    const isHint = ways.startsWith('~')
    const groups = (isHint ? ways.slice(1) : ways).split('+').map((group) => group.split('/'))
    return { code, weight: Number(weight) / 100, isHint, groups }
  })
}
