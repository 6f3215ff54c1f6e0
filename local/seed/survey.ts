import { derivedId } from '../../cloudfunctions/runtime/caller'
import { day } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import { mostChosen, type SurveyAnswer, yearOf } from '../../src/domain/survey'
import content from './content/needs.json'

/** So many households have answered this year's survey. */
const answered = 200

interface Surveyed {
  centre: string
  now: number
  neighbours: readonly Pick<Member, 'building' | 'band'>[]
}

/** The survey in small: so many households, who choose each category as often as the whole community did. */
export function surveysOf({ centre, now, neighbours }: Surveyed): SurveyAnswer[] {
  const wanted = Object.entries(content.survey as Record<string, number>)
  const total = wanted.reduce((sum, [, count]) => sum + count, 0)
  const choices = wanted.flatMap(([code, count]) =>
    Array.from({ length: Math.round((count / total) * answered * 3) }, () => code),
  )
  return Array.from({ length: answered }, (_, n) => {
    const who = neighbours[n % neighbours.length]
    // Three each, from all over the list; what some can bring is what others of them need.
    const needs = [...new Set([0, 1, 2].map((turn) => choices[(n * 3 + turn * 211) % choices.length] as string))]
    const brings = n % 4 === 0 ? [choices[(n * 7) % choices.length] as string] : []
    return {
      _id: derivedId(20, 'seed survey', String(n)),
      centre,
      year: yearOf(now),
      member: null,
      building: who?.building ?? null,
      band: who?.band ?? '35-59',
      needs: needs.slice(0, mostChosen),
      brings,
      saved: `seed-survey-${n}`,
      at: now - (n % 90) * day,
    }
  })
}
