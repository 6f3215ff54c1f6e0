import { isMinor } from '../../src/domain/age'
import { needRules } from '../../src/domain/need-rules'
import { type Offer, postOfferInput } from '../../src/domain/offer'
import { Refused } from '../../src/domain/refusal'
import { aboutOf, offerKept } from '../need/fit'
import { offerMeaning } from '../need/meaning'
import { sightOf } from '../need/post'
import { derivedId } from '../runtime/caller'
import { checkText } from '../runtime/content'
import { procedure } from '../runtime/procedure'

/**
 * Posts what somebody can do or bring, once for its intent. Of someone under age staff look at it first; so do they at
 * whatever is about something delicate.
 */
export const post = procedure({
  needs: 'post-offer',
  input: postOfferInput,
  run: async (call, { intent, text, bands, capacity, shown, ...correction }): Promise<{ id: string }> => {
    const { centre, db, member, now, self, openid } = call
    const { meaning, care, doubtful } = offerMeaning(text, correction, bands, member.band, now)
    const check = care === 'open' ? await checkText(text, openid, 'forum') : 'pass'
    if (check === 'reject') throw new Refused({ reason: 'content-blocked' })
    const _id = derivedId(12, 'offer', self, intent)
    const match = offerKept(text, meaning, correction.concept !== null)
    const expiresAt = now + needRules.offerLasts
    const offer: Offer = {
      _id,
      centre: centre._id,
      owner: self,
      shownAs: shown === 'name' && !isMinor(member.band) ? member.name : null,
      text,
      meaning,
      building: member.building,
      care,
      sight: sightOf(care, false, doubtful, check),
      state: 'open',
      postedAt: now,
      expiresAt,
      nudgesAt: expiresAt - needRules.nudgeBefore,
      capacity,
      room: capacity,
      holding: [],
      settling: [],
      helped: {},
      holds: [],
      match,
      about: aboutOf(match),
      toFind: true,
      events: [{ id: intent, at: now, kind: 'post' }],
    }
    await db.offers.insert(offer)
    return { id: _id }
  },
})
