/** One way to say something: every group must be met by one of its words; `@name` stands for the words of a class. */
export interface Pattern {
  code: string
  groups: string[][]
  weight: number
  /** Only a hint: it adds to what else is said, and names nothing. */
  isHint: boolean
}

/** Words that can stand for one another, by name. */
export type Classes = Readonly<Record<string, readonly string[]>>

/** A word alone says the more the longer it is; several words that belong together say almost everything. */
const byLength = [0, 0.12, 0.55, 0.75, 0.88]
const together = 0.85
const faint = 0.3

/**
 * Ways to say something, as the supplement writes them, parted by spaces: `水龙头` a word; `龙头/水喉+滴/漏` one of each;
 * `~` before it: only a hint; `=` before it: it names a thing, and says nothing of what is wanted with it.
 */
export function patterns(code: string, say: string): Pattern[] {
  const ways = say.split(/\s+/).filter((each) => each !== '')
  return ways.map((each) => {
    const mark = each.startsWith('~') || each.startsWith('=') ? each[0] : ''
    const groups = each
      .slice(mark ? 1 : 0)
      .split('+')
      .map((group) => group.split('/').filter((word) => word !== ''))
    const length = Math.min(...(groups[0] ?? []).map((word) => word.length))
    const plain = groups.length > 1 ? together : (byLength[Math.min(length, 4)] ?? 0)
    return { code, groups, isHint: mark === '~', weight: mark === '~' ? faint : mark === '=' ? 0 : plain }
  })
}

export interface Hit {
  from: number
  to: number
  pattern: number
  group: number
}

const longest = 8

/** Finds every place where a word of a pattern stands; each piece of a text is looked up, none is searched for. */
export function finder(list: readonly Pattern[], classes: Classes): (text: string) => Generator<Hit> {
  const places: Map<string, [number, number][]> = new Map()
  const put = (word: string, pattern: number, group: number) => {
    const there = places.get(word)
    if (there) there.push([pattern, group])
    else places.set(word, [[pattern, group]])
  }
  list.forEach(({ groups }, pattern) => {
    groups.forEach((words, group) => {
      for (const word of words)
        if (word.startsWith('@')) for (const each of classes[word.slice(1)] ?? []) put(each, pattern, group)
        else put(word, pattern, group)
    })
  })
  return function* found(text) {
    for (let from = 0; from < text.length; from += 1)
      for (let to = from + 1; to <= Math.min(text.length, from + longest); to += 1)
        for (const [pattern, group] of places.get(text.slice(from, to)) ?? []) yield { from, to, pattern, group }
  }
}
