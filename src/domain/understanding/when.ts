import { numberOf } from './numeral'

/** A time that was named: days and hours, each as far as it was said. */
export interface Span {
  /** 1 = Monday … 7 = Sunday; empty where no weekday was named. */
  weekdays: number[]
  /** Days from today: 0 = today. */
  inDays: number | null
  /** Of which week the weekdays are; null = any. */
  week: 'this' | 'next' | null
  /** Minutes of the day. */
  from: number | null
  until: number | null
  words: string
}

const week = '一二三四五六日'
const weekdayOf = (each: string): number => (each === '天' ? 7 : week.indexOf(each) + 1)
const range = (from: number, to: number): number[] =>
  from <= to ? Array.from({ length: to - from + 1 }, (_, at) => from + at) : [...range(from, 7), ...range(1, to)]

const daily: [RegExp, Partial<Span>][] = [
  [/^(大后天)/, { inDays: 3 }],
  [/^(后天|后日)/, { inDays: 2 }],
  [/^(明天|明日|明(?=[早晚]))/, { inDays: 1 }],
  [/^(今天|今日|今(?=[早晚]))/, { inDays: 0 }],
  [/^(工作日|平日|平时|周中)/, { weekdays: [1, 2, 3, 4, 5] }],
  [/^(周末|双休日|休息日|礼拜天和礼拜六)/, { weekdays: [6, 7] }],
  [/^(每天|天天|每日|任何一天|哪天都)/, { weekdays: [1, 2, 3, 4, 5, 6, 7] }],
]

/** Parts of the day in minutes; the first that fits, so longer words come first. */
const parts: [RegExp, number, number][] = [
  [/^(吃完?晚饭后|晚饭后|下了?班后?|下班(以后|之后|后)?|收工后)/, 19 * 60, 21 * 60],
  [/^(放学(以后|之后|后)|放了?学)/, 16 * 60 + 30, 18 * 60 + 30],
  [/^(一大早|大清早|清早|清晨|早晨)/, 6 * 60, 9 * 60],
  [/^(凌晨|半夜|深夜)/, 0, 6 * 60],
  [/^(上午|早上|朝早)/, 9 * 60, 12 * 60],
  [/^(中午|午间|晌午)/, 12 * 60, 14 * 60],
  [/^(下午|午后|下昼)/, 14 * 60, 18 * 60],
  [/^(傍晚|黄昏)/, 17 * 60, 19 * 60],
  [/^(晚上|夜晚|夜里|晚间|夜间)/, 19 * 60, 21 * 60],
  [/^(白天|日间)/, 9 * 60, 18 * 60],
  [/^(早|朝)(?=\d|[零一二两三四五六七八九十])/, 9 * 60, 12 * 60],
  [/^晚(?=\d|[零一二两三四五六七八九十]|[，。、 ]|$)/, 19 * 60, 21 * 60],
]

const number = '(\\d{1,2}|[零一二两三四五六七八九十]{1,3})'
const clock = new RegExp(
  `^${number}(?:点钟?|时|[:：](?=\\d\\d))(半|一刻|三刻|(\\d{1,2}|[零一二三四五六七八九十]{1,3})分?)?(?!点)`,
)
const until = /^(到|至|-|–|—|~|～)+/
const after = /^(以后|之后|过后|后|起)/
const before = /^(以前|之前|前)/

/** Minutes of the day of a clock time; `late` where an afternoon or evening was named before it. */
function minutesOf(found: RegExpExecArray, late: boolean): number | null {
  const hours = numberOf(found[1] ?? '')
  if (hours === null || hours > 24) return null
  const rest = found[2]
  const minutes = rest === '半' ? 30 : rest === '一刻' ? 15 : rest === '三刻' ? 45 : (numberOf(found[3] ?? '') ?? 0)
  return (late && hours < 12 ? hours + 12 : hours) * 60 + minutes
}

interface Token {
  kind: 'day' | 'hours'
  length: number
  span: Partial<Span>
}

function dayAt(text: string): Token | null {
  for (const [pattern, span] of daily) {
    const found = pattern.exec(text)
    if (found) return { kind: 'day', length: found[0].length, span }
  }
  const found = /^(这个?|下个?|本|每个?|逢)?(?:周|星期|礼拜)([一二三四五六日天])/.exec(text)
  if (!found) return null
  let length = found[0].length
  const weekdays = [weekdayOf(found[2] ?? '一')]
  const to = /^(?:到|至|-|–|—|~|～)(?:周|星期|礼拜)?([一二三四五六日天])/.exec(text.slice(length))
  if (to) {
    length += to[0].length
    weekdays.splice(0, 1, ...range(weekdays[0] ?? 1, weekdayOf(to[1] ?? '日')))
  } else {
    for (
      let more = /^[、，和及跟与]?(?:周|星期|礼拜)?([一二三四五六日天])(?![个点人月年次岁楼号位])/.exec(
        text.slice(length),
      );
      more;
    ) {
      weekdays.push(weekdayOf(more[1] ?? '一'))
      length += more[0].length
      more = /^[、，和及跟与]?(?:周|星期|礼拜)?([一二三四五六日天])(?![个点人月年次岁楼号位])/.exec(text.slice(length))
    }
  }
  const said = found[1] ?? ''
  return {
    kind: 'day',
    length,
    span: { weekdays, week: /^[这本]/.test(said) ? 'this' : said.startsWith('下') ? 'next' : null },
  }
}

/** One o'clock is said like “a bit”: 一点 counts only where a part of the day goes before it, or 半, 钟 follow. */
const isBit = (text: string): boolean => /^一点(?!钟|半|\d|[到至-])/.test(text)

function hoursAt(text: string): Token | null {
  const part = parts.find(([pattern]) => pattern.test(text))
  const named = part?.[0].exec(text)?.[0].length ?? 0
  const rest = text.slice(named)
  // 三点 alone is the afternoon's.
  const late = part ? part[1] >= 12 * 60 : /^([1-6]|[一二两三四五六])(点|[:：])/.test(rest)
  const first = !part && isBit(rest) ? null : clock.exec(rest)
  const from = first && minutesOf(first, late)
  if (!first || from === null) {
    if (!part) return null
    return { kind: 'hours', length: named, span: { from: part[1], until: part[2] } }
  }
  let length = named + first[0].length
  const to = until.exec(text.slice(length))
  const second = to && clock.exec(text.slice(length + to[0].length))
  if (to && second) {
    length += to[0].length + second[0].length
    const end = minutesOf(second, late)
    const later = end !== null && end <= from && end + 12 * 60 > from ? end + 12 * 60 : end
    return { kind: 'hours', length, span: { from, until: later } }
  }
  const then = after.exec(text.slice(length))
  if (then) return { kind: 'hours', length: length + then[0].length, span: { from, until: null } }
  const ere = before.exec(text.slice(length))
  if (ere) return { kind: 'hours', length: length + ere[0].length, span: { from: part ? part[1] : null, until: from } }
  return { kind: 'hours', length, span: { from, until: from + 60 } }
}

const nothing: Span = { weekdays: [], inDays: null, week: null, from: null, until: null, words: '' }

const daysOf = (span: Span | undefined): Partial<Span> =>
  span ? { weekdays: span.weekdays, inDays: span.inDays, week: span.week } : {}

/**
 * The times that a text in plain words names, in its order: 周六上午 · 明天 · 晚上七点后 · 周一到周五下午. Days that
 * follow one another share the hours after them; a day after hours begins a new time.
 */
export function whenOf(text: string): Span[] {
  const spans: Span[] = []
  let open: Span | undefined
  let hours = false
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at)
    const token = dayAt(rest) ?? hoursAt(rest)
    if (!token) {
      at += 1
      continue
    }
    const words = text.slice(at, at + token.length)
    if (!open || hours) {
      open = { ...nothing, ...(token.kind === 'hours' ? daysOf(open) : {}) }
      spans.push(open)
    }
    const weekdays: number[] = [...new Set([...open.weekdays, ...(token.span.weekdays ?? [])])].sort((a, b) => a - b)
    Object.assign(open, token.span, { weekdays, words: open.words + words })
    hours = token.kind === 'hours'
    at += token.length
  }
  return spans
}
