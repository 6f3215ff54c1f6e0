import { type AgeBand, isMinor } from './age'
import { day, startOfDay } from './day'
import { publicity } from './delicate'
import type { MeetingPlace, Stretch, Wish } from './matching/posting'
import type { Care } from './need'
import type { Understanding } from './understanding'
import type { Handling } from './understanding/thesaurus'
import type { Span } from './understanding/when'

/** What is meant by "any hour" of a day that is named. */
const wholeDay = { from: 8 * 60, to: 22 * 60 }

/** The weekday of so many days from today, at the centre; 1 January 1970 was a Thursday. */
function weekdayIn(now: number, days: number): number {
  const number = Math.round((startOfDay(now) + 8 * 60 * 60 * 1000) / day) + days
  return ((number + 3) % 7) + 1
}

/** The times that a sentence names, as stretches of weekdays: days without hours are whole days, hours any day. */
export function stretchesOf(spans: readonly Span[], now: number): Stretch[] {
  const found = spans.flatMap(({ weekdays, inDays, from, until }) => {
    if (weekdays.length === 0 && inDays === null && from === null && until === null) return []
    const soon = inDays === null ? [1, 2, 3, 4, 5, 6, 7] : [weekdayIn(now, inDays)]
    const days = weekdays.length > 0 ? weekdays : soon
    const hours = { from: from ?? wholeDay.from, to: until ?? Math.max(wholeDay.to, (from ?? 0) + 60) }
    return days.map((weekday) => ({ weekday, ...hours }))
  })
  return found.filter(({ from, to }) => from < to && to <= 24 * 60).slice(0, 28)
}

const places: [RegExp, MeetingPlace][] = [
  [/上门|来家|到家|家里|我家|屋企|厨房|马桶|水龙头|龙头|水管|水喉|卧室|客厅|阳台|纱窗|门锁|灯泡/, 'home'],
  [/线上|网上|远程|电话里|微信上|视频里/, 'online'],
  [/公园|广场上?|户外|绿道|跑步|爬山|骑车|遛/, 'outdoor'],
  [/中心|活动室|学堂|教室|大厅/, 'centre'],
]

/** The places that a sentence names, in the order in which they are looked for. */
export const placesIn = (text: string): MeetingPlace[] =>
  places.flatMap(([words, place]) => (words.test(text) ? [place] : []))

/** A place of the catalogue as a place to meet. */
export const placeOfItem = (place: string | undefined): MeetingPlace | undefined =>
  place === 'home' || place === 'outdoor' || place === 'online' || place === 'centre' ? place : undefined

/** What a sentence insists on; an offer keeps it only by what it states itself. */
export function wishesIn(text: string, { money }: Pick<Understanding, 'money'>): Wish[] {
  const said: [boolean, Wish][] = [
    [/女(师傅|老师|义工|医生|的来|同志)|要女的|找个女/.test(text), 'female_only'],
    [/男(师傅|老师|义工|的来|同志)|要男的|找个男/.test(text), 'male_only'],
    [/(讲|说|会|识讲?)(粤语|广东话|白话)/.test(text), 'cantonese'],
    [money === 'free', 'free_only'],
  ]
  return said.flatMap(([is, wish]) => (is ? [wish] : []))
}

const careOfHandling: Record<Handling, Care> = {
  open: 'open',
  council: 'open',
  guide: 'guide',
  'staff-first': 'staff',
  emergency: 'emergency',
}
const strictness: readonly Care[] = ['open', 'guide', 'staff', 'emergency']

/** The stricter of two: what a person corrects never makes a delicate thing public. */
export const stricter = (one: Care, other: Care): Care =>
  strictness.indexOf(one) > strictness.indexOf(other) ? one : other

/**
 * Who looks after it: by the words, and by what was chosen as its meaning. Of someone under age the staff, always.
 * `doubtful`: it was not understood well enough to be shown unseen.
 */
export function careOf(
  text: string,
  understanding: Understanding,
  chosen: Handling | undefined,
  band: AgeBand,
): { care: Care; doubtful: boolean } {
  const shown = publicity(text, understanding)
  const said = careOfHandling[understanding.handling]
  const own = shown === 'emergency' ? 'emergency' : said
  const asked = chosen === undefined ? own : stricter(own, careOfHandling[chosen])
  const care = isMinor(band) ? stricter(asked, 'staff') : asked
  return { care, doubtful: shown === 'staff-only' && said === 'open' }
}

/** The band that a need is of: as its author said, as the words say for certain, or the author's own. */
export function bandOf({ whom }: Pick<Understanding, 'whom'>, said: AgeBand | null, own: AgeBand): AgeBand {
  if (said !== null) return said
  return whom.bands.includes(own) ? own : (whom.bands[0] ?? own)
}

/**
 * Whether a qualification of the catalogue is a licence without which nobody may do it to others: hands on the body, on
 * the mains, on a small child, on someone else's lock. What is experience or the centre's own training is not.
 */
export const isLicence = (qualification: string): boolean =>
  /执业|医师|护士|电工证|护理员证|育婴员证|康复治疗师|推拿|备案锁匠|助产士|律师|心理咨询师|人民调解员/.test(
    qualification,
  )
