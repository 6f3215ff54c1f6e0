import { type Classes, finder, type Hit, type Pattern } from './pattern'
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

const leastSure = 0.1
const kept = 12

/** How much words that belong together count beside the likeness of the whole; finer concepts have nothing else. */
const coarser = { told: 0.8 }
const finer = { told: 1.5 }

/** What adds up without end as a sureness from 0 to 1; little is nothing. */
const sureness = (sum: number): number => 1 - Math.exp(-1.1 * Math.max(0, sum - 0.2))

interface Stretch {
  from: number
  to: number
}

/** True for a stretch that a longer one holds. */
const isInside = (one: Stretch, other: Stretch): boolean =>
  other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from

type Take = (code: string, weight: number) => void

const surest = (one: Sign, other: Sign): number => other.weight - one.weight || (one.code < other.code ? -1 : 1)

/** Evidence that adds up without ever being more than certain. */
const either = (one: number, other: number): number => 1 - (1 - one) * (1 - other)

/** A reader by what belongs to what, by patterns, and by a guess at the whole of a plain text. */
export function reader(
  known: readonly Known[],
  list: readonly Pattern[],
  classes: Classes,
  plain: (text: string) => string,
  guess: (plainText: string) => Sign[] = () => [],
  relations: Relations = usualRelations,
): Reader {
  const found = finder(list, classes)
  const byCode = new Map(known.map((each) => [each.code, each]))
  const narrower: Map<string, string[]> = new Map()
  for (const { code, of } of known) for (const wide of of) narrower.set(wide, [...(narrower.get(wide) ?? []), code])

  /** What a text says, by words and by words that belong together. */
  function says(text: string): Sign[] {
    const met: Map<number, Map<number, Stretch>> = new Map()
    const words: Hit[] = []
    for (const hit of found(text)) {
      const { pattern, group } = hit
      if ((list[pattern]?.groups.length ?? 0) === 1) words.push(hit)
      else met.set(pattern, (met.get(pattern) ?? new Map<number, Stretch>()).set(group, hit))
    }
    const evidence: Map<string, { weight: number; hits: Stretch[] }[]> = new Map()
    const add = (code: string, weight: number, hits: Stretch[]) => {
      const so = evidence.get(code)
      if (so) so.push({ weight, hits })
      else evidence.set(code, [{ weight, hits }])
    }
    for (const { from, to, pattern } of words) {
      const { code, weight } = list[pattern] as Pattern
      const covered = words.some((other) => isInside({ from, to }, other) && list[other.pattern]?.code !== code)
      add(code, weight * (covered ? 0.4 : 1), [{ from, to }])
    }
    for (const [pattern, groups] of met) {
      const { code, weight, groups: all } = list[pattern] as Pattern
      if (groups.size === all.length) add(code, weight, [...groups.values()])
    }
    const guessed = new Map(guess(text).map(({ code, weight }) => [code, weight]))
    const codes = new Set([...evidence.keys(), ...guessed.keys()])
    return [...codes]
      .map((code) => {
        const told = sum(evidence.get(code) ?? [])
        const likened = guessed.get(code)
        return { code, weight: sureness(likened === undefined ? finer.told * told : likened + told * coarser.told) }
      })
      .filter(({ weight }) => weight >= leastSure)
      .sort(surest)
      .slice(0, kept)
  }

  /** The strongest first; a word inside of one that already counted counts no more. */
  function sum(found: { weight: number; hits: Stretch[] }[]): number {
    const counted: Stretch[] = []
    let total = 0
    for (const { weight, hits } of found.sort((one, other) => other.weight - one.weight)) {
      const fresh = hits.filter((hit) => !counted.some((old) => old.from < hit.to && hit.from < old.to))
      if (fresh.length === 0) continue
      counted.push(...fresh)
      total = either(total, weight)
    }
    return total
  }

  /** Things of families that are named outright; a hint names nothing, nor does a word inside of another thing's. */
  function things(text: string): string[] {
    const named = [...found(text)].flatMap((hit) => {
      const { code, groups, isHint } = list[hit.pattern] as Pattern
      const family = byCode.get(code)?.apart
      return family && groups.length === 1 && !isHint && hit.to - hit.from > 1 ? [{ ...hit, family, code }] : []
    })
    const outright = named.filter((one) => !named.some((other) => other.code !== one.code && isInside(one, other)))
    return [...new Set(outright.map(({ family, code }) => `${family}:${code}`))]
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
    return { seeks: seeks(signs), gives: gives(signs), things: things(plain(text)) }
  }
}
