import type { Introduction, Side } from '../../src/domain/introduction'
import type { Need } from '../../src/domain/need'
import type { Offer } from '../../src/domain/offer'
import { Refused } from '../../src/domain/refusal'
import { derivedId } from '../runtime/caller'
import type { Database } from '../runtime/database'
import type { MemberCall } from '../runtime/procedure'

/** There is one introduction of a need and an offer, whoever asks first. */
export const introductionIdOf = (need: string, offer: string): string => derivedId(16, 'introduction', need, offer)

/** On which side of it somebody stands; nothing for anyone else. */
export function sideOf(introduction: Pick<Introduction, 'needer' | 'helper'>, self: string): Side | undefined {
  if (introduction.needer === self) return 'needer'
  return introduction.helper === self ? 'helper' : undefined
}

export type IntroductionRow = Introduction & { needs: Need[]; offers: Offer[] }

const beside = (from: 'needs' | 'offers', field: string) => ({
  $lookup: { from, localField: field, foreignField: '_id', as: from },
})

/** An introduction of the caller's, with the need and the offer; of anyone else's it says no more than of none. */
export async function ownIntroduction({ db, self }: MemberCall, id: string) {
  const [row] = await db.introductions.aggregate<IntroductionRow>({ _id: id }, [
    { $limit: 1 },
    beside('needs', 'need'),
    beside('offers', 'offer'),
  ])
  const side = row && sideOf(row, self)
  if (!row || !side) throw new Refused({ reason: 'not-found' })
  return { row, side }
}

export interface Pair {
  need: Need
  offer: Offer
  introduction: Introduction | undefined
}

type PairRow = Need & { offers: Offer[]; introductions: Introduction[] }

/** A need and an offer with what there is between them; nothing where one of them is not there. */
export async function pairOf(db: Database, need: string, offer: string): Promise<Pair | undefined> {
  const one = (from: string, _id: string) => ({
    $lookup: { from, pipeline: [{ $match: { _id } }, { $limit: 1 }], as: from },
  })
  const [row] = await db.needs.aggregate<PairRow>({ _id: need }, [
    { $limit: 1 },
    one('offers', offer),
    one('introductions', introductionIdOf(need, offer)),
  ])
  if (!row) return undefined
  const { offers, introductions, ...found } = row
  const [there] = offers.filter(({ centre }) => centre === found.centre)
  return there && { need: found as Need, offer: there, introduction: introductions[0] }
}
