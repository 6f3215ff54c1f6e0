import { type Classes, finder, type Pattern } from './pattern'

/** Something known to be said of a concept. */
export interface Example {
  code: string
  text: string
}

/** How often someone who means a concept says it in just this way, in a list of all concepts. */
const often = 0.001

/**
 * How far each pattern can be trusted: how often its words come, by the examples, where something else is meant. What
 * is met so by chance counts little (Bayes, with `often` as the chance that someone who means it says so). Where words of
 * several groups never came together, the chance of it is that of each.
 */
export function trust(
  list: readonly Pattern[],
  classes: Classes,
  examples: readonly Example[],
  isNear: (one: string, other: string) => boolean,
): number[] {
  const found = finder(list, classes)
  const astray = list.map(() => 0)
  const apart = list.map(({ groups }) => groups.map(() => 0))
  for (const { code, text } of examples) {
    const met: Map<number, Set<number>> = new Map()
    for (const { pattern, group } of found(text)) met.set(pattern, (met.get(pattern) ?? new Set()).add(group))
    for (const [pattern, groups] of met) {
      const { code: meant, groups: all } = list[pattern] as Pattern
      if (isNear(meant, code)) continue
      const counts = apart[pattern] as number[]
      for (const group of groups) counts[group] = (counts[group] ?? 0) + 1
      if (groups.size === all.length) astray[pattern] = (astray[pattern] ?? 0) + 1
    }
  }
  return apart.map((counts, at) => {
    const chance = counts.reduce((product, count) => (product * (count + 0.5)) / examples.length, 1)
    return often / (often + Math.max(chance, (astray[at] ?? 0) / examples.length))
  })
}
