import * as v from 'valibot'
import { intentId, shortId } from './input'

/** People who live together. A person is of one household at most; the database itself sees to it. */
export interface Household {
  _id: string
  centre: string
  members: string[]
  /** What lets the next one in: kept so that nobody reads the digits in it, and for a short time. */
  code: { mac: string; until: number }
  createdAt: number
}

/** The largest household. */
export const mostPeople = 10

/** How long a code lets people in, in milliseconds. */
export const codeLasts = 10 * 60 * 1000

/** How many wrong codes one may try, and in what time, in milliseconds. A million codes are not guessed so. */
export const mostTries = 5
export const triesWithin = 10 * 60 * 1000

/** Someone of one's household. */
export interface HouseholdPerson {
  id: string
  name: string
  me: boolean
  /** 14 to 17: signs up once a grown-up of the household has agreed. */
  teen: boolean
  /** Whether a grown-up has agreed, and whether that was me. */
  agreed: boolean
  byMe: boolean
}

/** One's household; nothing where one is of none. */
export type HouseholdPage = { people: HouseholdPerson[]; grownUp: boolean } | null

/** The six digits that let the family in, and until when. */
export interface HouseholdCode {
  digits: string
  until: number
}

export const createInput = v.strictObject({ intent: intentId })

export const joinHouseholdInput = v.strictObject({ code: v.pipe(v.string(), v.regex(/^\d{6}$/)) })

/** A grown-up agrees to a teenager's signing up by themselves, or takes it back. */
export const agreeInput = v.strictObject({ person: shortId, agree: v.boolean() })
