import * as v from 'valibot'
import { type AgeBand, ageBands } from './age'
import type { CatalogueItem } from './catalogue'
import type { UploadedCover } from './cover-upload'
import { day } from './day'
import { intentId, line, shortId } from './input'

const hour = 60 * 60 * 1000
const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))
const number = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

/** Several lines of text: no control characters but the ends of lines. */
const lines = (most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(most),
    v.check((text) => ![...text].some((character) => character < ' ' && character !== '\n')),
  )

/** The words of an activity: what may still be changed once it is published. */
export const wordFields = {
  title: v.nullable(line(1, 30)),
  description: v.nullable(lines(600)),
  category: v.nullable(shortId),
  bands: v.pipe(v.array(v.picklist(ageBands)), v.maxLength(ageBands.length)),
  bring: v.nullable(line(1, 60)),
} as const

/** Everything that staff fill in; nothing of it is needed until it is published. */
const planFields = {
  ...wordFields,
  /** The catalogue item it comes from. */
  item: v.nullable(shortId),
  placeId: v.nullable(shortId),
  place: v.nullable(line(1, 30)),
  placeNote: v.nullable(line(1, 60)),
  startsAt: v.nullable(moment),
  endsAt: v.nullable(moment),
  private: v.boolean(),
  capacity: v.nullable(number(0, 5000)),
  /** Places to wait; without a number half the seats, ten at least. */
  waitCapacity: v.nullable(number(0, 5000)),
  /** Without a time: as soon as it is published, and until an hour before it begins. */
  opensAt: v.nullable(moment),
  closesAt: v.nullable(moment),
  /** Until when some go first, and who. */
  firstUntil: v.nullable(moment),
  firstBands: v.pipe(v.array(v.picklist(ageBands)), v.maxLength(ageBands.length)),
  firstBuildings: v.pipe(v.array(shortId), v.maxLength(60)),
  /** So many hours before it begins a freed seat is offered rather than given. */
  offerHours: v.nullable(number(0, 168)),
  /** For so many minutes an offered seat is kept; five at least. */
  keepMinutes: v.nullable(number(0, 1440)),
} as const

const plan = v.strictObject(planFields)
export type Plan = v.InferOutput<typeof plan>

/** What keeps a plan from being published: which field, and what is wrong with it. */
export interface Lack {
  field: keyof Plan
  why: 'needed' | 'past' | 'before-start' | 'too-long' | 'after-start' | 'before-open' | 'booked'
}

/** A plan before it is an activity; it keeps the id that the activity will have. Residents never see one. */
export interface Draft extends Plan {
  _id: string
  centre: string
  /** Rises with each saving: who saves says which one they had before them. */
  version: number
  /** The intent that saved it last, so that a repetition is known. */
  saved: string
  /** `publishing`: the roster and the activity are being made of it, and it does not change any more. */
  state: 'draft' | 'publishing' | 'published'
  organiser: { id: string; name: string }
  team: string | null
  createdBy: string | null
  /** Since when someone who may not publish asks for it to be published. */
  askedAt: number | null
  updatedAt: number
  publishedAt?: number
  /** How those who go first are told, by the buildings' names on the day of publishing. */
  firstLabel?: string
  cover?: UploadedCover
  /** The need that so many households have that it is to be made something of: who does, and until when. */
  wanted?: { need: string; owner: string | null; dueAt: number }
  /** Who goes first because they asked for it, as of the moment of publishing. */
  firstPeople?: string[]
}

export const emptyPlan: Plan = {
  title: null,
  description: null,
  category: null,
  bands: [...ageBands],
  bring: null,
  item: null,
  placeId: null,
  place: null,
  placeNote: null,
  startsAt: null,
  endsAt: null,
  private: false,
  capacity: null,
  waitCapacity: null,
  opensAt: null,
  closesAt: null,
  firstUntil: null,
  firstBands: [],
  firstBuildings: [],
  offerHours: null,
  keepMinutes: null,
}

/** Only what a plan is made of, of something that has more. */
export const planOf = (more: Plan): Plan => v.parse(v.object(planFields), more)

/** Whether two plans say the same. */
export const isSamePlan = (one: Plan, other: Plan): boolean =>
  JSON.stringify(planOf(one)) === JSON.stringify(planOf(other))

/** The same once more: at the same hour of the same weekday, in the first week that still lies ahead. */
export function copyOf(plan: Plan, now: number): Plan {
  const { startsAt } = plan
  if (startsAt === null) return plan
  const week = 7 * day
  const by = Math.max(1, Math.floor((now - startsAt) / week) + 1) * week
  const later = (at: number | null) => (at === null ? null : at + by)
  return {
    ...plan,
    startsAt: startsAt + by,
    endsAt: later(plan.endsAt),
    // It opens when it is published; a copy that waits for a day that has passed would never open by itself.
    opensAt: null,
    closesAt: later(plan.closesAt),
    firstUntil: null,
    firstBands: [],
    firstBuildings: [],
  }
}

/** A plan from a catalogue item: its words, its bands, how long it usually lasts. */
export const planFrom = (item: CatalogueItem, startsAt: number): Plan => ({
  ...emptyPlan,
  title: item.name,
  description: item.description,
  category: item.category,
  item: item.code,
  bands: item.bands as AgeBand[],
  private: item.private,
  startsAt,
  endsAt: startsAt + Math.min(item.minutes, 8 * 60) * 60_000,
})

/** What stands where nothing is said: half the seats to wait, an hour before it begins, a day, two hours. */
export const defaults = {
  waitCapacity: (capacity: number): number => Math.max(10, Math.ceil(capacity / 2)),
  closesAt: (startsAt: number, now: number): number => (startsAt - hour > now ? startsAt - hour : startsAt),
  offerHours: 24,
  keepMinutes: 120,
  leastMinutes: 5,
} as const

const version = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))
const named = { intent: intentId, activity: shortId, version }

/** Saves a plan; version 0 begins a new one under an id that the client has made. */
export const saveInput = v.strictObject({ ...named, ...planFields })

/** Publishing it, asking for it to be published, throwing it away: each of the version that one has seen. */
export const versionInput = v.strictObject(named)

/** Changes the words of what is published. */
export const amendInput = v.strictObject({ ...named, ...wordFields })
