import * as v from 'valibot'
import type { AgeBand } from './age'
import { intentId, shortId } from './input'

/** The yearly survey: what a household needs, and what it could bring. One answer a household, whoever gives it. */
export interface SurveyAnswer {
  /** Follows from the year and the household. */
  _id: string
  centre: string
  year: number
  /** Who answered last; nobody, once they have deleted their account. */
  member: string | null
  building: string | null
  band: AgeBand
  needs: string[]
  brings: string[]
  /** The intent that answered last. */
  saved: string
  at: number
}

/** The most that a household may choose of each. */
export const mostChosen = 5

const chosen = v.pipe(v.array(shortId), v.maxLength(mostChosen))

export const fillInput = v.strictObject({ intent: intentId, needs: chosen, brings: chosen })

export interface SurveyPage {
  year: number
  /** What may be chosen. */
  categories: { code: string; name: string }[]
  mine: { needs: string[]; brings: string[]; byMe: boolean } | null
}

/** The year that an answer counts for, at the centre. */
export const yearOf = (now: number): number => new Date(now + 8 * 60 * 60 * 1000).getUTCFullYear()
