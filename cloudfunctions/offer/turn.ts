import { needRules } from '../../src/domain/need-rules'
import { decideOfferInput, type Offer, type OfferEvent, turnOfferInput } from '../../src/domain/offer'
import { holds as mayDo } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import { _, type Change } from '../runtime/database'
import { type MemberCall, procedure } from '../runtime/procedure'

/** One's own offer; of anyone else's it says no more than of none. */
export async function ownOffer({ db, self }: MemberCall, id: string): Promise<Offer> {
  const offer = await db.offers.get(id)
  if (!offer || offer.owner !== self) throw new Refused({ reason: 'not-found' })
  return offer
}

/** What each step asks of the state before it, and what it makes of it. */
function turned(to: 'pause' | 'resume' | 'extend' | 'end', offer: Offer, intent: string, now: number) {
  const expiresAt = now + needRules.offerLasts
  const longer = { expiresAt, nudgesAt: expiresAt - needRules.nudgeBefore }
  const at = { id: intent, at: now }
  const table: Record<typeof to, { from: Offer['state'][]; event: OfferEvent; change: Change<Offer> }> = {
    pause: { from: ['open'], event: { ...at, kind: 'pause' }, change: { state: 'paused' } },
    resume: { from: ['paused'], event: { ...at, kind: 'resume' }, change: { state: 'open', toFind: true } },
    extend: {
      from: ['open', 'paused', 'ended'],
      event: { ...at, kind: 'extend', expiresAt },
      // Whoever extends it offers it again.
      change: { ...longer, state: offer.state === 'paused' ? 'paused' : 'open', toFind: offer.state === 'ended' },
    },
    end: { from: ['open', 'paused'], event: { ...at, kind: 'end' }, change: { state: 'ended', nudgesAt: null } },
  }
  return table[to]
}

/** Its owner pauses, resumes, extends or ends it. What was agreed already is not touched by it. */
export const turn = procedure({
  needs: 'post-offer',
  input: turnOfferInput,
  run: async (call, { intent, offer: id, to }): Promise<null> => {
    const offer = await ownOffer(call, id)
    if (offer.events.some((event) => event.id === intent)) return null
    const { from, event, change } = turned(to, offer, intent, call.now)
    if (!from.includes(offer.state)) throw new Refused({ reason: 'changed-meanwhile' })
    const done = await call.db.offers.findAndChange(
      { _id: id, state: offer.state, 'events.id': _.nin([intent]) },
      { ...change, events: _.push([event]) },
    )
    if (done || (await ownOffer(call, id)).events.some((each) => each.id === intent)) return null
    throw new Refused({ reason: 'changed-meanwhile' })
  },
})

/** A person has looked at the words of an offer. Delicate ones are for those who handle cases. */
export const decide = procedure({
  needs: 'moderate-content',
  input: decideOfferInput,
  run: async ({ db, member, now, self }, { intent, offer: id, pass, holds, reason }): Promise<null> => {
    const offer = await db.offers.get(id)
    if (!offer || (offer.care !== 'open' && !mayDo(member.roles, 'see-sensitive-need')))
      throw new Refused({ reason: 'not-found' })
    if (offer.events.some((event) => event.id === intent)) return null
    if (offer.sight !== 'waiting' && offer.sight !== 'staff') throw new Refused({ reason: 'changed-meanwhile' })
    const event: OfferEvent = { id: intent, at: now, kind: 'decide', by: self, pass, reason }
    const decided = await db.offers.findAndChange(
      { _id: id, sight: offer.sight, 'events.id': _.nin([intent]) },
      { sight: pass ? 'square' : 'hidden', holds, toFind: pass, toTell: true, events: _.push([event]) },
    )
    if (decided) return null
    if ((await db.offers.get(id))?.events.some((each) => each.id === intent)) return null
    throw new Refused({ reason: 'changed-meanwhile' })
  },
})
