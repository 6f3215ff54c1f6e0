import type { Pattern } from './pattern'
import type { Reader, Sign } from './signs'
import type { Known } from './supplement'

/** How much of a sign goes to what is related to it. */
export interface Relations {
  skill: number
  wider: number
  narrower: number
}

export const usualRelations: Relations = { skill: 0.8, wider: 0.45, narrower: 0.6 }

interface Hit {
  from: number
  to: number
}

const longest = 8
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

/** How many concepts say the same single word: what many say tells little. */
function sharing(list: readonly Pattern[]): Map<string, number> {
  const codes: Map<string, Set<string>> = new Map()
  for (const { code, groups } of list) {
    if (groups.length > 1) continue
    for (const word of groups[0] ?? []) codes.set(word, (codes.get(word) ?? new Set()).add(code))
  }
  return new Map([...codes].map(([word, users]) => [word, users.size]))
}

/** Evidence that adds up without ever being more than certain. */
const either = (one: number, other: number): number => 1 - (1 - one) * (1 - other)

export function reader(
  known: readonly Known[],
  list: readonly Pattern[],
  plain: (text: string) => string,
  guess: (plainText: string) => Sign[] = () => [],
  relations: Relations = usualRelations,
): Reader {
  const places = index(list)
  const shared = sharing(list)
  const byCode = new Map(known.map((each) => [each.code, each]))
  const narrower: Map<string, string[]> = new Map()
  for (const { code, of } of known) for (const wide of of) narrower.set(wide, [...(narrower.get(wide) ?? []), code])

  /** What a text says, by words and by words that belong together. */
  function says(text: string): Sign[] {
    const met: Map<number, Map<number, Hit>> = new Map()
    const words: (Hit & { pattern: number; word: string })[] = []
    for (let from = 0; from < text.length; from += 1) {
      for (let to = from + 1; to <= Math.min(text.length, from + longest); to += 1) {
        const word = text.slice(from, to)
        for (const { pattern, group } of places.get(word) ?? []) {
          if ((list[pattern]?.groups.length ?? 0) === 1) words.push({ from, to, pattern, word })
          else met.set(pattern, (met.get(pattern) ?? new Map<number, Hit>()).set(group, { from, to }))
        }
      }
    }
    const evidence: Map<string, { weight: number; hits: Hit[] }[]> = new Map()
    const add = (code: string, weight: number, hits: Hit[]) => {
      const so = evidence.get(code)
      if (so) so.push({ weight, hits })
      else evidence.set(code, [{ weight, hits }])
    }
    for (const { from, to, pattern, word } of words) {
      const { code, weight } = list[pattern] as Pattern
      const covered = words.some(
        (other) => other.from <= from && other.to >= to && other.to - other.from > to - from && list[other.pattern]?.code !== code,
      )
      add(code, (weight * (covered ? 0.4 : 1)) / Math.sqrt(shared.get(word) ?? 1), [{ from, to }])
    }
    for (const [pattern, groups] of met) {
      const { code, weight, groups: all } = list[pattern] as Pattern
      if (groups.size === all.length) add(code, weight, [...groups.values()])
    }
    const guessed = new Map(guess(text).map(({ code, weight }) => [code, weight]))
    const codes = new Set([...evidence.keys(), ...guessed.keys()])
    return [...codes]
      .map((code) => ({ code, weight: either(sum(evidence.get(code) ?? []), guessed.get(code) ?? 0) }))
      .filter(({ weight }) => weight >= leastSure)
      .sort((one, other) => other.weight - one.weight || (one.code < other.code ? -1 : 1))
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

  function seeks(signs: readonly Sign[]): Sign[] {
    const found: Map<string, number> = new Map()
    const take = (code: string, weight: number) => found.set(code, Math.max(found.get(code) ?? 0, weight))
    for (const { code, weight } of signs) {
      take(code, weight)
      const each = byCode.get(code)
      for (const skill of each?.skills ?? []) take(skill, weight * relations.skill)
      for (const wide of each?.of ?? []) {
        take(wide, weight * relations.wider)
        for (const skill of byCode.get(wide)?.skills ?? []) take(skill, weight * relations.skill * relations.wider)
      }
      for (const narrow of narrower.get(code) ?? []) take(narrow, weight * relations.narrower)
    }
    return [...found]
      .map(([code, weight]) => ({ code, weight }))
      .filter(({ weight }) => weight >= leastSure)
      .sort((one, other) => other.weight - one.weight || (one.code < other.code ? -1 : 1))
      .slice(0, 3 * kept)
  }

  return (text) => {
    const signs = says(plain(text))
    const things = signs.flatMap(({ code, weight }) => {
      const family = byCode.get(code)?.apart
      return family && weight >= 0.5 ? [`${family}:${code}`] : []
    })
    return { says: signs, seeks: seeks(signs), things }
  }
}
