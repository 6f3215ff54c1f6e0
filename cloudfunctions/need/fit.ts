import { type AgeBand, isElder, isMinor } from '../../src/domain/age'
import {
  matchNeed as offersThatFit,
  matchOffer as needsThatFit,
  type NearMiss,
  type Reason,
  type StoredNeed,
  type StoredOffer,
} from '../../src/domain/matching'
import { type Kept, needsFor, offersFor } from '../../src/domain/matching/kept'
import type { Audience } from '../../src/domain/matching/posting'
import { unpacked } from '../../src/domain/matching/signs'
import type { Meaning, Need } from '../../src/domain/need'
import type { Offer, OfferMeaning } from '../../src/domain/offer'
import { matcher } from '../thesaurus/matcher'
import type { Database } from '../runtime/database'
import { beside, brought } from './brought'
import { type Before, experienceOf, noExperience } from './experience'
import { labelOf, requiredFor } from './meaning'

/** A band as people say it. */
function audienceOf(band: AgeBand): Audience {
  if (isElder(band)) return 'elder'
  if (band === '13-17' || band === '18-34') return 'youth'
  return isMinor(band) ? 'child' : 'adult'
}

const audiencesOf = (bands: readonly AgeBand[]): Audience[] => [...new Set(bands.map(audienceOf))]

/** The same in finer bands than people say: elders are one, of the others each band stands for itself. */
const isFor = (band: AgeBand, { bands }: OfferMeaning): boolean =>
  bands.length === 0 || bands.includes(band) || (isElder(band) && bands.some(isElder))

/** What a text is most surely about: by this it is learnt from. */
export const aboutOf = (kept: Pick<Kept, 'signs'>): string => unpacked(kept.signs)[0]?.code ?? ''

/** What is kept of a need for matching. What its author chose as its meaning is read beside their words. */
export function needKept(text: string, meaning: Meaning, chosen: boolean): Kept {
  const { when, where, band } = meaning
  return matcher().need({ text: said(text, meaning.label, chosen), where, when, audience: audienceOf(band) })
}

export function offerKept(text: string, meaning: OfferMeaning, chosen: boolean): Kept {
  const { when, places: where, bands } = meaning
  return matcher().offer({ text: said(text, meaning.label, chosen), where, when, audience: audiencesOf(bands) })
}

const said = (text: string, label: string, chosen: boolean): string => (chosen ? `${text}。${label}` : text)

type KnownNeed = Pick<Need, '_id' | 'text' | 'meaning' | 'building' | 'author' | 'match'>
type KnownOffer = Pick<Offer, '_id' | 'text' | 'meaning' | 'building' | 'owner' | 'match' | 'room' | 'holds'>

const needAsStored = ({ _id, text, meaning, building, author, match }: KnownNeed): StoredNeed => ({
  id: _id,
  text,
  when: meaning.when,
  where: meaning.where,
  audience: audienceOf(meaning.band),
  wishes: meaning.wishes,
  building,
  requires: requiredFor(meaning.item),
  household: author,
  match,
})

const offerAsStored = ({ _id, text, meaning, building, owner, match, room, holds }: KnownOffer): StoredOffer => ({
  id: _id,
  text,
  when: meaning.when,
  where: meaning.places,
  audience: audiencesOf(meaning.bands),
  building,
  holds,
  left: room,
  household: owner,
  match,
})

/** Meanings by the names that people know them by. */
const named = (reasons: readonly Reason[]): Reason[] =>
  reasons.flatMap((reason): Reason[] => {
    if (reason.why !== 'means') return [reason]
    const label = labelOf(reason.code)
    return label === undefined ? [] : [{ why: 'means', code: label }]
  })

/** Why these two go together, or nothing where they do not. */
export function reasonsFor(need: Need, offer: Offer): Reason[] | undefined {
  if (!isFor(need.meaning.band, offer.meaning)) return undefined
  const [fit] = offersThatFit(needAsStored(need), [offerAsStored(offer)]).fits
  return fit && named(fit.reasons)
}

/** The offers that truly fit a need, best first; where none does, the nearest and what kept them. One request. */
export async function matchNeed(db: Database, need: Need, before: Before = noExperience) {
  const { people, ...experience } = experienceOf(before, need.about, 'need')
  const where = { centre: need.centre, state: 'open', sight: 'square' }
  const [row] = await db.members.aggregate<Record<string, KnownOffer[]>>({ _id: need.author }, [
    { $limit: 1 },
    ...beside('offers', offersFor(need.match), where, ['owner', 'room', 'holds']),
  ])
  const offers = brought<KnownOffer>(row)
  const suited = offers.filter(({ owner, meaning }) => !people.has(owner) && isFor(need.meaning.band, meaning))
  const byId = new Map(suited.map((offer) => [offer._id, offer]))
  const { fits, nearest } = offersThatFit(needAsStored(need), suited.map(offerAsStored), { experience })
  const offerOf = (id: string) => byId.get(id) as KnownOffer
  return {
    fits: fits.map(({ id, reasons }) => ({ offer: offerOf(id), reasons: named(reasons) })),
    nearest: nearest.map(({ id, obstacles }: NearMiss) => ({ offer: offerOf(id), obstacles })),
  }
}

/** The needs that an offer could help with, best first. One request. */
export async function matchOffer(db: Database, offer: Offer, before: Before = noExperience) {
  const { people, ...experience } = experienceOf(before, offer.about, 'offer')
  const where = { centre: offer.centre, state: 'open', sight: 'square', helper: null }
  const [row] = await db.members.aggregate<Record<string, KnownNeed[]>>({ _id: offer.owner }, [
    { $limit: 1 },
    ...beside('needs', needsFor(offer.match), where, ['author']),
  ])
  const needs = brought<KnownNeed>(row)
  const suited = needs.filter(
    ({ author, meaning }) => author !== null && !people.has(author) && isFor(meaning.band, offer.meaning),
  )
  const byId = new Map(suited.map((need) => [need._id, need]))
  const { fits } = needsThatFit(offerAsStored(offer), suited.map(needAsStored), { experience })
  return fits.map(({ id, reasons }) => ({ need: byId.get(id) as KnownNeed, reasons: named(reasons) }))
}
