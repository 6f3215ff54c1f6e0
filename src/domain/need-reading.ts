import type { AgeBand } from './age'
import { startOfDay, day } from './day'

/** A stretch of one weekday (1 is Monday, 7 Sunday), in local time of day, "18:00" to "21:00". */
export interface Window {
  weekday: number
  from: string
  to: string
}

/** Where something is needed, or can be given. */
export const wheres = ['home', 'centre', 'outdoor', 'online'] as const
export type Where = (typeof wheres)[number]

/** What a sentence says of time, place and person by itself; nothing where it says nothing. */
export interface Said {
  when: Window[]
  where: Where | null
  band: AgeBand | null
  urgent: boolean
}

const figures = '一二三四五六日'
const dayWord = /(?:周|星期|礼拜)([一二三四五六日天])(?:(?:到|至|-|—|~)(?:周|星期|礼拜)?([一二三四五六日天]))?/g

const partsOfDay: [RegExp, string, string][] = [
  [/清早|早上|早晨|一早/, '07:00', '10:00'],
  [/上午/, '08:00', '12:00'],
  [/中午/, '11:00', '14:00'],
  [/下午/, '13:00', '18:00'],
  [/傍晚/, '17:00', '19:00'],
  [/晚上|夜里|今晚|明晚|下班后|晚饭后/, '18:00', '22:00'],
  [/白天/, '08:00', '18:00'],
]

const numberOf = (word: string): number => figures.indexOf(word === '天' ? '日' : word) + 1

/** Every weekday from one to another, past the end of the week too: Saturday to Monday. */
function fromTo(first: number, last: number): number[] {
  const days = [first]
  for (let each = first; each !== last; ) {
    each = (each % 7) + 1
    days.push(each)
  }
  return days
}

/** The weekday of so many days from today, at the centre; 1 January 1970 was a Thursday. */
function weekdayIn(now: number, days: number): number {
  const number = Math.round((startOfDay(now) + 8 * 60 * 60 * 1000) / day) + days
  return ((number + 3) % 7) + 1
}

function weekdaysIn(text: string, now: number): number[] {
  const found = new Set<number>()
  for (const [, first = '', last] of text.matchAll(dayWord))
    for (const each of last ? fromTo(numberOf(first), numberOf(last)) : [numberOf(first)]) found.add(each)
  if (/周末|双休|礼拜天都|休息日/.test(text)) for (const each of [6, 7]) found.add(each)
  if (/工作日|平日|平时上班/.test(text)) for (const each of [1, 2, 3, 4, 5]) found.add(each)
  const soon: [RegExp, number][] = [
    [/今天|今晚|今早/, 0],
    [/明天|明早|明晚/, 1],
    [/后天/, 2],
  ]
  for (const [word, days] of soon) if (word.test(text)) found.add(weekdayIn(now, days))
  return [...found].sort((one, other) => one - other)
}

/**
 * When a sentence says that something is wanted or can be given: the weekdays it names, at the parts of the day it
 * names. Empty where it names neither: any time.
 */
export function whenIn(text: string, now: number): Window[] {
  const days = weekdaysIn(text, now)
  const parts = partsOfDay.filter(([word]) => word.test(text))
  if (days.length === 0 && parts.length === 0) return []
  const on = days.length > 0 ? days : [1, 2, 3, 4, 5, 6, 7]
  const at = parts.length > 0 ? parts.map(([, from, to]) => ({ from, to })) : [{ from: '08:00', to: '22:00' }]
  return on.flatMap((weekday) => at.map((part) => ({ weekday, ...part })))
}

const places: [RegExp, Where][] = [
  [/上门|来家里|到家|家里|我家|屋企|厨房|马桶|水龙头|水管|卧室|客厅|阳台|床/, 'home'],
  [/线上|网上|视频通话里|远程|电话里|微信上/, 'online'],
  [/公园|广场|户外|小区里走|散步|跑步|爬山|楼下/, 'outdoor'],
  [/中心|活动室|学堂|教室|大厅|社区里/, 'centre'],
]

const persons: [RegExp, AgeBand][] = [
  [/(八十|九十|8\d|9\d)[多来几一二三四五六七八九]?岁|八十[多来几一二三四五六七八九]|高龄/, '80+'],
  [/婴儿|宝宝|奶娃|月子|[一二两]岁(?!数)/, '0-3'],
  [/幼儿园|[四五]岁/, '4-6'],
  [/小学|[一二三四五六]年级|女儿|儿子|孩子|小孩|娃|孙子|孙女|外孙/, '7-12'],
  [/初中|初[一二三]|高中|高[一二三]|中考|高考/, '13-17'],
  [/我妈|我爸|我爹|老妈|老爸|爷爷|奶奶|外婆|外公|阿婆|阿公|婆婆|公公|老人|老伴|老年|长者/, '60-79'],
]

/**
 * What a sentence says of when, where and for whom, by its own words; the person corrects it. `helps` turns the
 * question of whom round: "可以陪老人" says whom it is for too.
 */
export const saidIn = (text: string, now: number): Said => ({
  when: whenIn(text, now),
  where: places.find(([word]) => word.test(text))?.[1] ?? null,
  band: persons.find(([word]) => word.test(text))?.[1] ?? null,
  urgent: /急|马上|赶紧|立刻|今天就|一直(滴|漏)|漏个不停|等不了/.test(text),
})
