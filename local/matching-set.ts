import { matchNeed, type StoredNeed, type StoredOffer } from '../src/domain/matching'
import type { Kept } from '../src/domain/matching/kept'
import type { Matcher } from '../src/domain/matching/matcher'
import type { Audience, MeetingPlace, Stretch, Wish } from '../src/domain/matching/posting'
import type { Weights } from '../src/domain/matching/rank'

interface Hours {
  weekday: number
  from: string
  to: string
}

/** A set of needs and offers as people write them, with what a social worker would recommend. */
export interface MatchingSet {
  needs: {
    id: string
    text: string
    who: { ageBand: string; building: string }
    when: Hours[]
    where: string
    constraints?: string[]
  }[]
  offers: {
    id: string
    text: string
    when: Hours[]
    where: string[]
    audience: string[]
    capacity: number
    building?: string
  }[]
  gold: { need: string; offers: string[] }[]
  nothing_fits: string[]
}

/** The ids of offers for each need, best first; an empty list is a refusal. */
export type Predictions = Record<string, string[]>

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
const stretches = (when: readonly Hours[]): Stretch[] =>
  when.map(({ weekday, from, to }) => ({ weekday, from: minutes(from), to: minutes(to) }))

/** A set as the functions would have stored it. */
export function stored(
  set: MatchingSet,
  matcher: Matcher,
): { needs: (StoredNeed & { match: Kept })[]; offers: (StoredOffer & { match: Kept })[] } {
  const needs = set.needs.map((each) => {
    const need = {
      id: each.id,
      text: each.text,
      when: stretches(each.when),
      where: each.where as MeetingPlace,
      audience: each.who.ageBand as Audience,
      wishes: (each.constraints ?? []) as Wish[],
      building: each.who.building,
      requires: [],
      household: null,
    }
    return { ...need, match: matcher.need(need) }
  })
  const offers = set.offers.map((each) => {
    const offer = {
      id: each.id,
      text: each.text,
      when: stretches(each.when),
      where: each.where as MeetingPlace[],
      audience: each.audience as Audience[],
      building: each.building ?? null,
      holds: [],
      left: each.capacity,
      household: null,
    }
    return { ...offer, match: matcher.offer(offer) }
  })
  return { needs, offers }
}

/** Answers every need of a set. */
export function predict(set: MatchingSet, matcher: Matcher, weights?: Weights): Predictions {
  const { needs, offers } = stored(set, matcher)
  return Object.fromEntries(
    needs.map((need) => [need.id, matchNeed(need, offers, weights ? { weights } : {}).fits.map(({ id }) => id)]),
  )
}
