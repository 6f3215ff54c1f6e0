import type { Pattern } from './pattern'
import type { Reader, Sign } from './signs'
import type { Known } from './supplement'

/** How much of a sign goes to what is related to it. */
export interface Relations {
  skill: number
  /** To the skill that someone has who offers help with one thing of it. */
  implied: number
  wider: number
  narrower: number
}

export const usualRelations: Relations = { skill: 0.8, implied: 0.5, wider: 0.45, narrower: 0.6 }

interface Hit {
  from: number
  to: number
}

const longest = 8
/** How often someone who means a concept says it in just this way, in a list of all concepts. */
const often = 0.001
const leastSure = 0.1
const kept = 12

interface Place {
  pattern: number
  group: number
}

/** Where the words of all patterns stand in a text; each word is looked up, none is searched for. */
function index(list: readonly Pattern[]): Map<string, Place[]> {
  const places: Map<string, Place[]> = new Map()
  list.forEach(({ groups }, pattern) => {
    groups.forEach((words, group) => {
      for (const word of words) {
        const at = places.get(word)
        if (at) at.push({ pattern, group })
        else places.set(word, [{ pattern, group }])
      }
    })
  })
  return places
}

/** Something known to be said of a concept. */
export interface Example {
  code: string
  text: string
}

/**
 * How far each pattern can be trusted: how often its words come, by the examples, where something else is meant. What
 * was met once too often by chance counts little (Bayes, with `often` as the chance that someone who means it says so).
 */
function trust(
  list: readonly Pattern[],
  examples: readonly Example[],
  isNear: (one: string, other: string) => boolean,
): number[] {
  const places = index(list)
  const astray = list.map(() => 0)
  const groupsAstray = list.map(({ groups }) => groups.map(() => 0))
  for (const { code, text } of examples) {
    const met: Map<number, Set<number>> = new Map()
    for (const { pattern, group } of found(text, places)) met.set(pattern, (met.get(pattern) ?? new Set()).add(group))
    for (const [pattern, groups] of met) {
      if (isNear(list[pattern]?.code ?? '', code)) continue
      for (const group of groups) (groupsAstray[pattern] as number[])[group] = (groupsAstray[pattern]?.[group] ?? 0) + 1
      if (groups.size === list[pattern]?.groups.length) astray[pattern] = (astray[pattern] ?? 0) + 1
    }
  }
  return list.map((_, at) => {
    const counts = groupsAstray[at] as number[]
    const chance = counts.reduce((product, count) => (product * (count + 0.5)) / examples.length, 1)
    const seen = (astray[at] ?? 0) / examples.length
    return often / (often + Math.max(chance, seen))
  })
}

/** Every place where a word of a pattern stands. */
function* found(text: string, places: Map<string, Place[]>): Generator<Place & Hit & { word: string }> {
  for (let from = 0; from < text.length; from += 1) {
    for (let to = from + 1; to <= Math.min(text.length, from + longest); to += 1) {
      const word = text.slice(from, to)
      for (const place of places.get(word) ?? []) yield { ...place, from, to, word }
    }
  }
}

type Take = (code: string, weight: number) => void

const surest = (one: Sign, other: Sign): number => other.weight - one.weight || (one.code < other.code ? -1 : 1)

/** Evidence that adds up without ever being more than certain. */
const either = (one: number, other: number): number => 1 - (1 - one) * (1 - other)

export function reader(
  known: readonly Known[],
  list: readonly Pattern[],
  examples: readonly Example[],
  plain: (text: string) => string,
  guess: (plainText: string) => Sign[] = () => [],
  relations: Relations = usualRelations,
): Reader {
  const places = index(list)
  const byCode = new Map(known.map((each) => [each.code, each]))
  const around = (code: string): string[] => {
    const each = byCode.get(code)
    return each ? [code, ...each.of, ...each.skills, ...each.of.flatMap((wide) => byCode.get(wide)?.of ?? [])] : [code]
  }
  const circles = new Map(known.map(({ code }) => [code, around(code)]))
  const isNear = (one: string, other: string) => {
    const mine = circles.get(one) ?? [one]
    const theirs = circles.get(other) ?? [other]
    return mine.some((code) => theirs.includes(code))
  }
  const trusted = trust(list, examples, isNear)
  const narrower: Map<string, string[]> = new Map()
  for (const { code, of } of known) for (const wide of of) narrower.set(wide, [...(narrower.get(wide) ?? []), code])

  /** What a text says, by words and by words that belong together. */
  function says(text: string): Sign[] {
    const met: Map<number, Map<number, Hit>> = new Map()
    const words: (Hit & { pattern: number })[] = []
    for (const { from, to, pattern, group } of found(text, places)) {
      if ((list[pattern]?.groups.length ?? 0) === 1) words.push({ from, to, pattern })
      else met.set(pattern, (met.get(pattern) ?? new Map<number, Hit>()).set(group, { from, to }))
    }
    const evidence: Map<string, { weight: number; hits: Hit[] }[]> = new Map()
    const add = (code: string, weight: number, hits: Hit[]) => {
      const so = evidence.get(code)
      if (so) so.push({ weight, hits })
      else evidence.set(code, [{ weight, hits }])
    }
    for (const { from, to, pattern } of words) {
      const { code, weight } = list[pattern] as Pattern
      const covered = words.some(
        (other) =>
          other.from <= from &&
          other.to >= to &&
          other.to - other.from > to - from &&
          list[other.pattern]?.code !== code,
      )
      add(code, weight * (covered ? 0.4 : 1) * (trusted[pattern] ?? 1), [{ from, to }])
    }
    for (const [pattern, groups] of met) {
      const { code, weight, groups: all } = list[pattern] as Pattern
      if (groups.size === all.length) add(code, weight * (trusted[pattern] ?? 1), [...groups.values()])
    }
    const guessed = new Map(guess(text).map(({ code, weight }) => [code, weight]))
    const codes = new Set([...evidence.keys(), ...guessed.keys()])
    return [...codes]
      .map((code) => ({ code, weight: either(sum(evidence.get(code) ?? []), guessed.get(code) ?? 0) }))
      .filter(({ weight }) => weight >= leastSure)
      .sort(surest)
      .slice(0, kept)
  }

  /** The strongest first; a word inside of one that already counted counts no more. */
  function sum(found: { weight: number; hits: Hit[] }[]): number {
    const counted: Hit[] = []
    let total = 0
    for (const { weight, hits } of found.sort((one, other) => other.weight - one.weight)) {
      const fresh = hits.filter((hit) => !counted.some((old) => old.from < hit.to && hit.from < old.to))
      if (fresh.length === 0) continue
      counted.push(...fresh)
      total = either(total, weight)
    }
    return total
  }

  /** What is related to the signs, each with the most that any of them gives it. */
  function spread(
    signs: readonly Sign[],
    related: (each: Known | undefined, weight: number, take: Take) => void,
  ): Sign[] {
    const found: Map<string, number> = new Map()
    const take: Take = (code, weight) => found.set(code, Math.max(found.get(code) ?? 0, weight))
    for (const { code, weight } of signs) {
      take(code, weight)
      related(byCode.get(code), weight, take)
    }
    return [...found]
      .map(([code, weight]) => ({ code, weight }))
      .filter(({ weight }) => weight >= leastSure)
      .sort(surest)
      .slice(0, 2 * kept)
  }

  const seeks = (signs: readonly Sign[]): Sign[] =>
    spread(signs, (each, weight, take) => {
      for (const skill of each?.skills ?? []) take(skill, weight * relations.skill)
      for (const wide of each?.of ?? []) {
        take(wide, weight * relations.wider)
        for (const skill of byCode.get(wide)?.skills ?? []) take(skill, weight * relations.skill * relations.wider)
      }
      for (const narrow of narrower.get(each?.code ?? '') ?? []) take(narrow, weight * relations.narrower)
    })

  const gives = (signs: readonly Sign[]): Sign[] =>
    spread(signs, (each, weight, take) => {
      for (const skill of each?.skills ?? []) take(skill, weight * relations.implied)
    })

  return (text) => {
    const signs = says(plain(text))
    const things = signs.flatMap(({ code, weight }) => {
      const family = byCode.get(code)?.apart
      return family && weight >= 0.5 ? [`${family}:${code}`] : []
    })
    return { seeks: seeks(signs), gives: gives(signs), things }
  }
}
