import { type AgeBand, isElder, isMinor } from '../../src/domain/age'
import type { Obstacle, Reason } from '../../src/domain/matching'
import type { MatchKeys } from '../../src/domain/matching/keys'
import type { Stretch } from '../../src/domain/matching/posting'
import type { Meaning, Need } from '../../src/domain/need'
import type { Offer, OfferMeaning } from '../../src/domain/offer'
import type { Database } from '../runtime/database'
import { type Before, experienceOf, noExperience } from './experience'
import { conceptOf } from './meaning'

/** So many candidates are brought by one query. */
const candidates = 200
/** So many are told, best first. */
const most = 5

const withSkills = (code: string | null): string[] => {
  const concept = conceptOf(code)
  return concept
    ? [concept.code, ...concept.related.flatMap(({ code: each, relation }) => (relation === 'is-a' ? [] : [each]))]
    : []
}

export const needKeys = (_text: string, meaning: Meaning): MatchKeys => ({
  keys: [...new Set(withSkills(meaning.concept))].map((code) => `${code}@${meaning.where}`),
  signs: [],
})

export const offerKeys = (_text: string, meaning: OfferMeaning): MatchKeys => ({
  keys: (meaning.concept === null ? [] : [meaning.concept]).flatMap((code) =>
    meaning.places.map((place) => `${code}@${place}`),
  ),
  signs: [],
})

const meets = (one: readonly Stretch[], other: readonly Stretch[]): Stretch | 'any' | null => {
  if (one.length === 0 || other.length === 0) return 'any'
  for (const mine of one)
    for (const theirs of other) {
      const both = { weekday: mine.weekday, from: Math.max(mine.from, theirs.from), to: Math.min(mine.to, theirs.to) }
      if (mine.weekday === theirs.weekday && both.to - both.from >= 30) return both
    }
  return null
}

const sameAge = (one: AgeBand, bands: readonly AgeBand[]) =>
  bands.length === 0 ||
  bands.some((each) => each === one || (isElder(each) && isElder(one)) || (isMinor(each) && isMinor(one)))

function judge(need: Need, offer: Offer): { reasons: Reason[]; obstacles: Obstacle[] } {
  const obstacles: Obstacle[] = []
  const reasons: Reason[] = []
  if (offer.meaning.concept !== null && withSkills(need.meaning.concept).includes(offer.meaning.concept))
    reasons.push({ why: 'means', code: offer.meaning.concept })
  else obstacles.push('other-thing')
  const time = meets(need.meaning.when, offer.meaning.when)
  if (time === null) obstacles.push('other-time')
  else reasons.push(time === 'any' ? { why: 'any-time' } : { why: 'times', stretch: time })
  if (!offer.meaning.places.includes(need.meaning.where)) obstacles.push('other-place')
  if (!sameAge(need.meaning.band, offer.meaning.bands)) obstacles.push('other-audience')
  if (offer.room < 1) obstacles.push('full')
  if (need.author === offer.owner) obstacles.push('own')
  if (need.building !== null && need.building === offer.building) reasons.push({ why: 'same-building' })
  return { reasons, obstacles }
}

export const reasonsFor = (need: Need, offer: Offer): Reason[] | undefined => {
  const { reasons, obstacles } = judge(need, offer)
  return obstacles.length === 0 ? reasons : undefined
}

export async function matchNeed(db: Database, need: Need, before: Before = noExperience) {
  const known = experienceOf(before, need.meaning.concept, 'need')
  const found = await db.offers.aggregate<Offer>(
    { state: 'open', 'match.keys': { $in: need.match.keys }, sight: 'square' },
    [{ $limit: candidates }],
  )
  const judged = found
    .filter(({ _id, owner }) => !known.declined.has(_id) && !known.people.has(owner))
    .map((offer) => ({ offer, ...judge(need, offer) }))
  const fits = judged.filter(({ obstacles }) => obstacles.length === 0).slice(0, most)
  return {
    fits,
    nearest: fits.length > 0 ? [] : judged.filter(({ obstacles }) => !obstacles.includes('own')).slice(0, 3),
  }
}

export async function matchOffer(db: Database, offer: Offer, before: Before = noExperience) {
  const known = experienceOf(before, offer.meaning.concept, 'offer')
  const found = await db.needs.aggregate<Need>(
    { state: 'open', 'match.keys': { $in: offer.match.keys }, sight: 'square', helper: null },
    [{ $limit: candidates }],
  )
  return found
    .filter(({ _id, author }) => author !== null && !known.declined.has(_id) && !known.people.has(author))
    .map((need) => ({ need, ...judge(need, offer) }))
    .filter(({ obstacles }) => obstacles.length === 0)
    .slice(0, most)
}
