import { type AgeBand, ageBands, isMinor } from '../domain/age'
import { joiner, nbsp } from './spacing'

const edges: Record<AgeBand, readonly [from: number, to: number | null]> = {
  '0-3': [0, 3],
  '4-6': [4, 6],
  '7-12': [7, 12],
  '13-17': [13, 17],
  '18-34': [18, 34],
  '35-59': [35, 59],
  '60-79': [60, 79],
  '80+': [80, null],
}

const years = (from: number, to: number | null): string =>
  to === null ? `${from}${nbsp}岁以上` : `${from}${joiner}–${joiner}${to}${nbsp}岁`

/** One band: "60–79 岁", "80 岁以上". */
export const bandWords = (band: AgeBand): string => years(...edges[band])

/** What elders and families call it, for a choice between bands. */
const lives: Record<AgeBand, string> = {
  '0-3': '小宝宝',
  '4-6': '上幼儿园',
  '7-12': '上小学',
  '13-17': '上中学',
  '18-34': '年轻人',
  '35-59': '中年人',
  '60-79': '六七十岁',
  '80+': '八十往上',
}

/** The word beside a band in a choice: "上小学". */
export const bandLife = (band: AgeBand): string => lives[band]

/** For whom an activity is: neighbouring bands run together, "60 岁以上", "孩子 4–12 岁", "0–6 岁、60 岁以上". */
export const bandsWords = (bands: readonly AgeBand[]): string => {
  const chosen = ageBands.filter((band) => bands.includes(band))
  if (chosen.length === 0 || chosen.length === ageBands.length) return '老少都可以来'
  const runs: [from: number, to: number | null][] = []
  for (const band of chosen) {
    const [from, to] = edges[band]
    const last = runs[runs.length - 1]
    if (last && last[1] === from - 1) last[1] = to
    else runs.push([from, to])
  }
  const text = runs.map(([from, to]) => years(from, to)).join('、')
  return chosen.every(isMinor) ? `孩子${nbsp}${text}` : text
}
