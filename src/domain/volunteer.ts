import * as v from 'valibot'
import type { Consent } from './consent'
import { hour } from './day'
import { intentId, line, shortId } from './input'
import { type Skill, skillInput } from './skill'

/**
 * Someone who said that they would like to help. The id is the member's own, so nobody registers twice. The log is what
 * happened; `state` follows from it and changes in the same update, for lists and for guards.
 */
export interface Volunteer extends VolunteerProfile {
  /** The member's id. */
  _id: string
  centre: string
  state: VolunteerState
  events: VolunteerEvent[]
  /** The team they are in; the member's own `team` follows it. */
  team: string | null
  qualifications: Qualification[]
  pledge: Consent
  /** When staff last asked them for something by name; absent is never. */
  askedAt?: number
}

/** What a volunteer says of themselves, and may change at any time. */
export interface VolunteerProfile {
  skills: Skill[]
  /** What no list has, in their own words; staff read it. */
  words: string | null
  times: WeekTime[]
  places: VolunteerPlace[]
  withWhom: Audience[]
  languages: Language[]
  /** As much as they would like to give, in hours a week. */
  weekHours: number
  /** Would go into homes, would work with minors: both need training and staff's yes besides. */
  homeVisits: boolean
  minors: boolean
}

/**
 * applied: nobody has looked at it yet · training: known to staff, learns · active: may take shifts · resting: paused
 * by themselves · left: gone, by themselves · suspended: kept from taking part by staff, with a reason.
 */
export const volunteerStates = ['applied', 'training', 'active', 'resting', 'left', 'suspended'] as const
export type VolunteerState = (typeof volunteerStates)[number]

/** What is trained for: the basics everyone needs, and what two kinds of service need besides. */
export const trainings = ['basics', 'home-visits', 'minors'] as const
export type Training = (typeof trainings)[number]

/** What happened to a volunteer. `id` is the intent's; `by` is who did it: the volunteer themselves, or staff. */
export type VolunteerEvent = { id: string; at: number; by: string } & (
  | { kind: 'apply' | 'rest' | 'resume' | 'leave' }
  | { kind: 'accept' | 'admit' }
  | { kind: 'train'; topic: Training }
  /** Staff let them do it, or no longer. */
  | { kind: 'clear'; topic: Exclude<Training, 'basics'>; yes: boolean }
  | { kind: 'suspend' | 'restore'; reason: string }
  /** An honour, of the centre or of others; what is not right is taken back by a new event that names it. */
  | { kind: 'award'; title: string }
  | { kind: 'revoke'; award: string; reason: string }
  | { kind: 'team'; team: string | null }
)

/** A certificate: what of, until when, its picture, and whether staff have looked at it. */
export interface Qualification {
  id: string
  name: string
  /** The skill that it proves. */
  skill: Skill | null
  /** The last moment of it; nothing where it does not run out. */
  expiresAt: number | null
  /** The picture; nothing once it was thrown away. */
  file: string | null
  at: number
  state: 'waiting' | 'valid' | 'refused'
  checkedBy?: string
  checkedAt?: number
  reason?: string
}

/** A group of volunteers with a captain, who sees to its shifts. */
export interface Team {
  _id: string
  centre: string
  name: string
  captain: string | null
  /** By which intent it was last changed. */
  saved: string
  createdAt: number
}

/** The days of the week from Monday, and three parts of a day. */
export const dayParts = ['am', 'pm', 'eve'] as const
export type DayPart = (typeof dayParts)[number]
export type WeekTime = `${1 | 2 | 3 | 4 | 5 | 6 | 7}-${DayPart}`
export const weekTimes = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
  dayParts.map((part) => `${weekday}-${part}`),
) as WeekTime[]

/** When each part of a day ends, counted from midnight; the first begins in the early morning, the last ends at ten. */
export const partEnds: Record<DayPart, number> = { am: 12 * hour, pm: 18 * hour, eve: 22 * hour }

export const volunteerPlaces = ['centre', 'outdoors', 'homes', 'phone'] as const
export type VolunteerPlace = (typeof volunteerPlaces)[number]

export const audiences = ['elders', 'children', 'grown-ups', 'backstage'] as const
export type Audience = (typeof audiences)[number]

export const languages = [
  'mandarin',
  'cantonese',
  'hakka',
  'teochew',
  'guiliu',
  'sign',
  'english',
  'korean',
  'other',
] as const
export type Language = (typeof languages)[number]

/** The wording of the pledge that is agreed to; a new wording is a new version. */
export const pledgeVersion = '2026-12'

const several = <Item extends string>(items: readonly Item[]) =>
  v.pipe(
    v.array(v.picklist(items)),
    v.maxLength(items.length),
    v.transform((list) => [...new Set(list)]),
  )

const profile = {
  skills: v.pipe(
    v.array(skillInput),
    v.maxLength(20),
    v.transform((list) => [...new Set(list)]),
  ),
  words: v.nullable(line(1, 60)),
  times: several(weekTimes),
  places: several(volunteerPlaces),
  withWhom: several(audiences),
  languages: several(languages),
  weekHours: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
  homeVisits: v.boolean(),
  minors: v.boolean(),
}

/** Registering: what one can do and when, and the pledge. */
export const registerInput = v.strictObject({ intent: intentId, ...profile, pledge: v.literal(true) })

/** Saying something else of oneself. */
export const profileInput = v.strictObject(profile)

/** What volunteers do with themselves. */
export const ownSteps = ['rest', 'resume', 'leave'] as const
export const ownStepInput = v.strictObject({ intent: intentId, step: v.picklist(ownSteps) })

const reason = line(2, 60)

/** What staff do with a volunteer. */
export const staffStepInput = v.strictObject({
  intent: intentId,
  volunteer: shortId,
  step: v.variant('kind', [
    v.strictObject({ kind: v.picklist(['accept', 'admit']) }),
    v.strictObject({ kind: v.literal('train'), topic: v.picklist(trainings) }),
    v.strictObject({ kind: v.literal('clear'), topic: v.picklist(['home-visits', 'minors']), yes: v.boolean() }),
    v.strictObject({ kind: v.picklist(['suspend', 'restore']), reason }),
    v.strictObject({ kind: v.literal('team'), team: v.nullable(shortId) }),
  ]),
})

/** Staff write down an honour that a volunteer was given. */
export const awardInput = v.strictObject({ intent: intentId, volunteer: shortId, title: line(2, 30) })

/** Staff take back one that was written down wrongly. */
export const revokeInput = v.strictObject({ intent: intentId, volunteer: shortId, award: shortId, reason })

export const volunteerInput = v.strictObject({ volunteer: shortId })

/** As much as a picture of a certificate may take, in characters of base64: 600 KB, so that it can be read. */
export const largestDocument = 800_000

const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))

export const addQualificationInput = v.strictObject({
  intent: intentId,
  name: line(2, 20),
  skill: v.nullable(skillInput),
  expiresAt: v.nullable(moment),
  image: v.pipe(v.string(), v.minLength(16), v.maxLength(largestDocument), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
})

export const removeQualificationInput = v.strictObject({ qualification: shortId })

export const judgeQualificationInput = v.strictObject({
  intent: intentId,
  volunteer: shortId,
  qualification: shortId,
  valid: v.boolean(),
  reason: v.nullable(reason),
})

/** A team, new or changed: how it is called, and who leads it. */
export const saveTeamInput = v.strictObject({
  intent: intentId,
  team: shortId,
  name: line(2, 12),
  captain: v.nullable(shortId),
})
