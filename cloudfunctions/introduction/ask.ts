import {
  agreeInput,
  askInput,
  type Introduction,
  type IntroductionEvent,
  otherSide,
  type Side,
} from '../../src/domain/introduction'
import { needRules } from '../../src/domain/need-rules'
import { Refused, type Refusal } from '../../src/domain/refusal'
import { reasonsFor } from '../need/fit'
import { _ } from '../runtime/database'
import { type MemberCall, procedure } from '../runtime/procedure'
import { introductionIdOf, ownIntroduction, type Pair, pairOf } from './load'
import { settle } from './settle'

/**
 * One of both says yes first: whose need it is, or whose offer. Nobody learns who the other one is by it. Where the
 * other one has said yes already, both have.
 */
export const ask = procedure({
  needs: 'post-need',
  input: askInput,
  run: async (call, { intent, need, offer, shares }): Promise<{ id: string }> => {
    const pair = await pairOf(call.db, need, offer)
    const by = pair && sideIn(pair, call.self)
    if (!pair || !by) throw new Refused({ reason: 'not-found' })
    const { introduction } = pair
    const id = introductionIdOf(need, offer)
    if (introduction?.events.some((event) => event.id === intent)) return { id }
    if (introduction?.state === 'asked' && introduction.askedBy !== by) {
      await agreeTo(call, introduction, intent, shares)
      return { id }
    }
    const whyNot = whyNotAsk(pair)
    if (whyNot) throw new Refused(whyNot)
    const reasons = reasonsFor(pair.need, pair.offer)
    if (!reasons) throw new Refused({ reason: 'pair-unfit' })
    const event: IntroductionEvent = { id: intent, at: call.now, kind: 'ask', by, shares }
    const lapsesAt = call.now + needRules.askWithin
    if (!introduction) {
      const made: Introduction = {
        _id: id,
        centre: call.centre._id,
        need,
        offer,
        needer: pair.need.author,
        helper: pair.offer.owner,
        needAbout: pair.need.about,
        offerAbout: pair.offer.about,
        category: pair.need.meaning.category,
        reasons,
        state: 'asked',
        askedBy: by,
        shares: shares ? [by] : [],
        felt: [],
        lapsesAt,
        toTell: true,
        events: [event],
      }
      if ((await call.db.introductions.insert(made)) === 'inserted') return { id }
    }
    // What lapsed, or was called off, may be asked anew; what was declined never.
    const again = await call.db.introductions.findAndChange(
      // Only once the offer and the need have followed how it ended before.
      { _id: id, state: _.in(['lapsed', 'ended']), following: _.neq(true), 'events.id': _.nin([intent]) },
      {
        state: 'asked',
        askedBy: by,
        shares: _.set(shares ? [by] : []),
        felt: _.set([]),
        lapsesAt,
        toTell: true,
        events: _.push([event]),
      },
    )
    if (again) return { id }
    return settled(call, id, by, intent, shares)
  },
})

/** Someone else was quicker, or this very asking was: how it stands says which. */
async function settled(call: MemberCall, id: string, by: Side, intent: string, shares: boolean) {
  const now = await call.db.introductions.get(id)
  if (now?.events.some((event) => event.id === intent)) return { id }
  if (now?.state === 'declined') throw new Refused({ reason: 'pair-declined' })
  if (now?.state !== 'asked') throw new Refused({ reason: 'introduction-moved-on' })
  if (now.askedBy !== by) await agreeTo(call, now, intent, shares)
  return { id }
}

/** On which side the caller stands; nothing for whoever has nothing to do with either. */
function sideIn({ need, offer }: Pair, self: string): Side | undefined {
  if (need.author === self) return 'needer'
  // A need that is not for neighbours is not there for who offers.
  return offer.owner === self && need.care === 'open' && need.sight === 'square' ? 'helper' : undefined
}

/** Why this pair may not be asked now, or nothing. */
function whyNotAsk({ need, offer, introduction }: Pair): Refusal | undefined {
  if (introduction?.state === 'declined') return { reason: 'pair-declined' }
  if (introduction?.state === 'agreed' || introduction?.state === 'done') return { reason: 'introduction-moved-on' }
  if (need.care !== 'open' || need.sight === 'staff' || need.sight === 'hidden') return { reason: 'need-private' }
  if (need.state !== 'open') return { reason: 'need-closed' }
  if (offer.state !== 'open' || offer.sight !== 'square') return { reason: 'offer-closed' }
  if (offer.room < 1) return { reason: 'offer-full' }
  return need.author === null || need.author === offer.owner ? { reason: 'pair-unfit' } : undefined
}

/** The other one of both says yes too: from then on they know each other. */
export const agree = procedure({
  needs: 'post-need',
  input: agreeInput,
  run: async (call, { intent, introduction: id, shares }): Promise<null> => {
    const { row, side } = await ownIntroduction(call, id)
    if (row.events.some((event) => event.id === intent)) return null
    if (row.state === 'declined') throw new Refused({ reason: 'pair-declined' })
    if (row.needs[0]?.state !== 'open') throw new Refused({ reason: 'need-closed' })
    if (row.state !== 'asked' || row.askedBy === side) throw new Refused({ reason: 'introduction-moved-on' })
    await agreeTo(call, row, intent, shares)
    return null
  },
})

/**
 * Takes a place of the offer's in one atomic step, then has it written down everywhere. A place is taken once for an
 * introduction, whoever agrees how often; who comes when there is none is told so.
 */
async function agreeTo(call: MemberCall, to: Introduction, intent: string, shares: boolean): Promise<void> {
  const { db, now } = call
  const entry = { introduction: to._id, intent, at: now, shares }
  const held = await db.offers.findAndChange(
    { _id: to.offer, state: 'open', room: _.gte(1), holding: _.nin([to._id]) },
    {
      room: _.inc(-1),
      holding: _.push([to._id]),
      settling: _.push([entry]),
      events: _.push([{ id: `hold-${intent}`, at: now, kind: 'hold', introduction: to._id }]),
    },
  )
  const offer = held ?? (await db.offers.get(to.offer))
  if (!offer) throw new Refused({ reason: 'offer-closed' })
  if (!offer.holding.includes(to._id))
    throw new Refused({ reason: offer.state === 'open' ? 'offer-full' : 'offer-closed' })
  const begun = offer.settling.find((each) => each.introduction === to._id)
  const stands = await settle(db, offer._id, otherSide(to.askedBy), begun ?? entry)
  if (!stands) throw new Refused({ reason: 'introduction-moved-on' })
}
