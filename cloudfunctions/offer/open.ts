import type { Introduction } from '../../src/domain/introduction'
import type { OfferPage } from '../../src/domain/need-page'
import { type Offer, offerInput } from '../../src/domain/offer'
import { Refused } from '../../src/domain/refusal'
import { type Lesson, lessons } from '../need/experience'
import { matchOffer } from '../need/fit'
import { procedure } from '../runtime/procedure'

type Row = Offer & { introductions: Introduction[]; lessons: Lesson[] }

/** My offer, and whom it could help: what they need, never who they are. */
export const open = procedure({
  needs: 'post-offer',
  input: offerInput,
  run: async ({ db, centre, self }, { offer: id }): Promise<OfferPage> => {
    const [row] = await db.offers.aggregate<Row>({ _id: id, owner: self }, [
      { $limit: 1 },
      { $lookup: { from: 'introductions', localField: 'owner', foreignField: 'helper', as: 'introductions' } },
      lessons(centre._id, 'offerAbout', 'needAbout'),
    ])
    if (!row) throw new Refused({ reason: 'not-found' })
    const given = row.state === 'open' && row.sight === 'square'
    const fits = given ? await matchOffer(db, row, row) : []
    const asked = new Map(row.introductions.filter(({ offer }) => offer === id).map((each) => [each.need, each]))
    return {
      id,
      text: row.text,
      meaning: row.meaning,
      shownAs: row.shownAs,
      sight: row.sight,
      state: row.state,
      expiresAt: row.expiresAt,
      capacity: row.capacity,
      room: row.room,
      helpable: fits.map(({ need, reasons }) => {
        const introduction = asked.get(need._id)
        return {
          need: need._id,
          text: need.text,
          label: need.meaning.label,
          weekly: need.meaning.weekly ?? false,
          reasons,
          introduction: introduction ? { id: introduction._id, state: introduction.state } : null,
        }
      }),
      introductions: [...asked.values()].map(({ _id, state }) => ({ id: _id, state })),
    }
  },
})
