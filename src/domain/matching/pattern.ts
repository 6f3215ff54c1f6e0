/** One way to say something: every group must be met by one of its words. */
export interface Pattern {
  code: string
  groups: string[][]
  weight: number
}

/** A word alone says the more the longer it is; several words that belong together say almost everything. */
const byLength = [0, 0.12, 0.55, 0.75, 0.88]
const together = 0.85
const faint = 0.3
const sure = 1

/**
 * Ways to say something, as the supplement writes them, parted by spaces: `水龙头` a word; `龙头/水喉+滴/漏` one of each;
 * `~` before it: only a hint; `!` before it: enough by itself, however short.
 */
export function patterns(code: string, say: string): Pattern[] {
  return say
    .split(/\s+/)
    .filter((each) => each !== '')
    .map((each) => {
      const mark = each[0] === '~' || each[0] === '!' ? each[0] : ''
      const groups = each
        .slice(mark.length)
        .split('+')
        .map((group) => group.split('/').filter((word) => word !== ''))
      const length = Math.min(...(groups[0] ?? []).map((word) => word.length))
      const plain = groups.length > 1 ? together : (byLength[Math.min(length, 4)] ?? 0)
      return { code, groups, weight: mark === '~' ? faint : mark === '!' ? sure : plain }
    })
}
