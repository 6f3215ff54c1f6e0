import { type Experience, lesson, meaningsOf, noExperience } from './matching/experience'
import { type Obstacle, obstacles, together } from './matching/hard-facts'
import type { Kept } from './matching/kept'
import { likeness } from './matching/likeness'
import type { Need, Offer, Stretch } from './matching/posting'
import { areApart, meeting, usual, type Weights } from './matching/rank'
import { type Sign, unpacked } from './matching/signs'

/** Why an offer is proposed, or a need; words of it stand in text/matching-words.ts. */
export type Reason =
  /** What it is about: a code of the thesaurus or its supplement. */
  | { why: 'means'; code: string }
  /** What both texts say. */
  | { why: 'words'; words: string[] }
  /** When both can, the longest of such times. */
  | { why: 'times'; stretch: Stretch }
  /** One of both, or both, can at any time. */
  | { why: 'any-time' }
  | { why: 'same-building' }
  /** What is insisted on is stated. */
  | { why: 'wish'; wish: Need['wishes'][number] }
  | { why: 'qualified'; code: string }
  /** Neighbours agreed on such a pair before. */
  | { why: 'proven' }

export interface Fit {
  id: string
  score: number
  reasons: Reason[]
  /** What such a pair is called when it is learnt from; kept with its outcome. */
  meanings: string
}

/** What would have fitted by its words, and what of the hard facts kept it from it. */
export interface NearMiss {
  id: string
  obstacles: Obstacle[]
  code: string | null
}

export interface Answer {
  /** What truly fits, best first. Empty: nothing does. */
  fits: Fit[]
  /** Only where nothing fits: at most three that came near, the nearest first. */
  nearest: NearMiss[]
}

/** A stored need, an offer: what it is, and what is kept of its text. */
export type StoredNeed = Need & { match: Kept }
export type StoredOffer = Offer & { match: Kept }

/** A service that tells how alike two texts are, from 0 to 1; a seam, off unless a centre has one. */
export type Likeness = (need: string, offer: string) => number | null

export interface Settings {
  experience?: Experience
  weights?: Weights
  alike?: Likeness
}

const mostFits = 5
const mostNear = 3

interface Weighed {
  need: StoredNeed
  offer: StoredOffer
  /** How well the words fit; what experience adds comes on top, for the order alone. */
  score: number
  order: number
  code: string | null
  words: string[]
  meanings: string
  hindered: Obstacle[]
}

/** One side read from what is kept of it, to be weighed against many of the other. */
interface Opened<Posting> {
  posting: Posting
  signs: Sign[]
  pairs: Sign[]
}

const opened = <Posting extends { match: Kept }>(posting: Posting): Opened<Posting> => ({
  posting,
  signs: unpacked(posting.match.signs),
  pairs: unpacked(posting.match.pairs),
})

const asMap = (signs: readonly Sign[]): Map<string, number> => new Map(signs.map(({ code, weight }) => [code, weight]))

function weigh(one: Opened<StoredNeed>, other: Opened<StoredOffer>, settings: Settings, id: string): Weighed {
  const { weights = usual, experience = noExperience, alike } = settings
  const need = one.posting
  const offer = other.posting
  const met = meeting(one.signs, asMap(other.signs))
  const like = likeness(one.pairs, asMap(other.pairs))
  const meanings = meaningsOf(one.signs[0]?.code, other.signs[0]?.code)
  const hindered = obstacles(need, offer)
  if (experience.declined.has(id)) hindered.push('declined')
  if (areApart(need.match.things, offer.match.things)) hindered.push('other-thing')
  const service = alike?.(need.text, offer.text) ?? 0
  const score = met.weight + weights.words * like.weight + weights.service * service
  const taught = lesson(experience.taught.get(meanings) ?? 0)
  return { need, offer, score, order: score + taught, code: met.code, words: like.words, meanings, hindered }
}

function reasonsOf({ need, offer, code, words, meanings }: Weighed, experience: Experience): Reason[] {
  const found: Reason[] = []
  if (code !== null) found.push({ why: 'means', code })
  else if (words.length > 0) found.push({ why: 'words', words: words.slice(0, 3) })
  const stretch = together(need.when, offer.when)
  found.push(stretch ? { why: 'times', stretch } : { why: 'any-time' })
  if (need.building !== null && need.building === offer.building) found.push({ why: 'same-building' })
  for (const wish of need.wishes) found.push({ why: 'wish', wish })
  for (const held of need.requires) found.push({ why: 'qualified', code: held })
  if ((experience.taught.get(meanings) ?? 0) > 0) found.push({ why: 'proven' })
  return found
}

/** What fits of what was weighed, and else what came near. Ties fall to the same building, then to the id. */
function answer(weighed: Weighed[], idOf: (each: Weighed) => string, settings: Settings): Answer {
  const { weights = usual, experience = noExperience } = settings
  const near = (each: Weighed): number =>
    each.need.building !== null && each.need.building === each.offer.building ? 1 : 0
  const sorted = weighed
    .filter(({ score }) => score >= weights.least * weights.beside)
    .sort((one, other) => other.order - one.order || near(other) - near(one) || (idOf(one) < idOf(other) ? -1 : 1))
  const free = sorted.filter(({ hindered }) => hindered.length === 0)
  const best = Math.max(0, ...free.map(({ score }) => score))
  const fits = (best >= weights.least ? free : [])
    .filter(({ score }) => score >= weights.beside * best)
    .slice(0, mostFits)
    .map((each) => ({
      id: idOf(each),
      score: each.score,
      reasons: reasonsOf(each, experience),
      meanings: each.meanings,
    }))
  if (fits.length > 0) return { fits, nearest: [] }
  const kept = sorted
    .filter(({ score }) => score >= weights.least)
    .filter(({ hindered }) => !hindered.includes('own') && !hindered.includes('declined'))
  return {
    fits,
    nearest: kept.slice(0, mostNear).map((each) => ({ id: idOf(each), obstacles: each.hindered, code: each.code })),
  }
}

/** Which offers truly fit a need, best first, with reasons; none, and why the nearest did not. */
export function matchNeed(need: StoredNeed, offers: readonly StoredOffer[], settings: Settings = {}): Answer {
  const one = opened(need)
  const weighed = offers.map((offer) => weigh(one, opened(offer), settings, offer.id))
  return answer(weighed, ({ offer }) => offer.id, settings)
}

/** Whom an offer could help, or what of the needs a volunteer could do: the same, the other way round. */
export function matchOffer(offer: StoredOffer, needs: readonly StoredNeed[], settings: Settings = {}): Answer {
  const other = opened(offer)
  const weighed = needs.map((need) => weigh(opened(need), other, settings, need.id))
  return answer(weighed, (each) => each.need.id, settings)
}
