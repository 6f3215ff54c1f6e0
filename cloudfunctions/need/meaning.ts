import type { AgeBand } from '../../src/domain/age'
import { type EmergencyNumber, numbersFor } from '../../src/domain/emergency-call'
import type { Care, Correction, Meaning } from '../../src/domain/need'
import { bandOf, careOf, isLicence, placeOfItem, placesIn, stretchesOf, wishesIn } from '../../src/domain/need-meaning'
import type { Reading } from '../../src/domain/need-page'
import type { OfferCorrection, OfferMeaning } from '../../src/domain/offer'
import { Refused } from '../../src/domain/refusal'
import { type Understanding, understand } from '../../src/domain/understanding'
import type { Concept } from '../../src/domain/understanding/thesaurus'
import { stockItem } from '../catalogue/catalogue'
import { saysWeekly } from '../../src/domain/weekly-words'
import { supplement } from '../thesaurus/matcher'
import { prepared, thesaurus } from '../thesaurus/thesaurus'

/** Surer than this a concept is taken for what is meant; below it nothing is claimed, and its author chooses. */
const sure = 0.3
/** So many others are shown to choose from. */
const most = 4

/** What someone can do, rather than needs. */
const isSkill = (kind: Concept['kind']): boolean => kind === 'skill' || kind === 'offer'

export const unnamed = '邻居的一件事'

/** By code, without making the whole thesaurus ready: looking at a need takes no more than this. */
const byCode = new Map(thesaurus.concepts.map((concept) => [concept.code, concept]))
const labels = new Map([
  ...supplement.concepts.flatMap(({ code, label }) => (label ? [[code, label] as const] : [])),
  ...thesaurus.concepts.map(({ code, label }) => [code, label] as const),
])

/** A concept of the thesaurus by its code. */
export const conceptOf = (code: string | null): Concept | undefined => (code === null ? undefined : byCode.get(code))

/** What people call a meaning; nothing where it has no name. */
export const labelOf = (code: string): string | undefined => labels.get(code)

/** The licence that whoever helps with an item must have; experience and training are for its author to ask about. */
export function requiredFor(item: string | null): string[] {
  const qualification = item === null ? null : stockItem(item)?.qualification
  return qualification && isLicence(qualification) ? [qualification] : []
}

/** What a sentence was understood as, with everything that its author may correct. */
interface Understood {
  understanding: Understanding
  concept: Concept | undefined
  care: Care
  doubtful: boolean
}

function understood(text: string, chosen: string | null, band: AgeBand): Understood {
  const understanding = understand(text, prepared())
  const best = understanding.concepts[0]
  const named = conceptOf(chosen)
  if (chosen !== null && (!named || named.kind === 'category'))
    throw new Refused({ reason: 'bad-input', field: 'concept' })
  const concept = named ?? (best && best.score >= sure ? conceptOf(best.code) : undefined)
  return { understanding, concept, ...careOf(text, understanding, named?.handling, band) }
}

/** Whom to call at once; nobody where nothing is urgent in that way. */
export const callsFor = ({ emergency, handling }: Understanding): readonly EmergencyNumber[] =>
  emergency || handling === 'emergency' ? numbersFor(emergency?.code ?? '') : []

/** What a need means, as it was understood and corrected. `own` is its author's band. */
export function needMeaning(text: string, correction: Correction, own: AgeBand, now: number) {
  const { understanding, concept, care, doubtful } = understood(text, correction.concept, own)
  const item = concept?.items[0] ?? null
  const meaning: Meaning = {
    concept: concept?.code ?? null,
    label: concept?.label ?? unnamed,
    category: concept?.category ?? null,
    item,
    when: correction.when ?? stretchesOf(understanding.when, now),
    ...((correction.weekly ?? saysWeekly(text)) && { weekly: true as const }),
    where:
      correction.where ??
      placesIn(text)[0] ??
      placeOfItem(item === null ? undefined : stockItem(item)?.place) ??
      'centre',
    band: bandOf(understanding, correction.band, own),
    urgent: understanding.urgency === 'now',
    wishes: wishesIn(text, understanding),
  }
  return { meaning, care, doubtful, calls: callsFor(understanding) }
}

/** What an offer means. `bands`: for whom it is, as its owner chose; empty is for anyone. */
export function offerMeaning(text: string, correction: OfferCorrection, bands: AgeBand[], own: AgeBand, now: number) {
  const { understanding, concept, care, doubtful } = understood(text, correction.concept, own)
  const [item] = concept?.items ?? []
  const said = placesIn(text)
  const usual = placeOfItem(item === undefined ? undefined : stockItem(item)?.place) ?? 'centre'
  const meaning: OfferMeaning = {
    concept: concept?.code ?? null,
    label: concept?.label ?? unnamed,
    category: concept?.category ?? null,
    when: correction.when ?? stretchesOf(understanding.when, now),
    // Who says no place can come to the centre, too.
    places: correction.places ?? (said.length > 0 ? said : [...new Set([usual, 'centre' as const])]),
    bands,
  }
  return { meaning, care, doubtful }
}

/** The need that an item of the menu answers, before all the one whose first item it is; nothing where none is named. */
function needFor(item: string): string | null {
  const named = thesaurus.concepts.filter(
    ({ kind, items }) => kind !== 'category' && !isSkill(kind) && items.includes(item),
  )
  const needs = [...named.filter(({ kind }) => kind === 'need'), ...named]
  return (needs.find(({ items }) => items[0] === item) ?? needs[0])?.code ?? null
}

/** What is read of a sentence before anything is kept of it. */
export function readingOf(text: string, item: string | null, own: AgeBand, now: number): Reading {
  const chosen = item === null ? null : needFor(item)
  const nothing: Correction = { concept: chosen, when: null, weekly: null, where: null, band: null }
  const { understanding, concept, care } = understood(text, chosen, own)
  const others = understanding.concepts
    .flatMap(({ code }) => conceptOf(code) ?? [])
    .filter(({ code, kind }) => code !== concept?.code && isSkill(kind) === (concept ? isSkill(concept.kind) : false))
    .slice(0, most)
    .map(({ code, label }) => ({ concept: code, label }))
  const need = needMeaning(text, nothing, own, now).meaning
  const offer = offerMeaning(text, { concept: null, when: null, places: null }, [], own, now).meaning
  return {
    care,
    concept: concept?.code ?? null,
    label: concept?.label ?? null,
    others,
    when: need.when,
    weekly: need.weekly ?? false,
    where: need.where,
    places: offer.places,
    band: need.band,
    bands: understanding.whom.bands,
    urgent: need.urgent,
    calls: [...callsFor(understanding)],
  }
}
