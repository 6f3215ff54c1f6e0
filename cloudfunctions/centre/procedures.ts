import { type CardRow, cardOf, hasRoom, longestActivity } from '../../src/domain/activity-card'
import { type CentrePage, enterInput } from '../../src/domain/centre'
import { doorsOf } from '../../src/domain/door'
import { noInput } from '../../src/domain/input'
import { ownPeople, ownProfile } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import { cardStages } from '../activity/cards'
import { newestRunning, ownRunning } from '../order/running'
import { derivedId } from '../runtime/caller'
import { code } from './code'
import { doors } from './doors'
import { type OpenCall, procedure } from '../runtime/procedure'

const week = 7 * 24 * 60 * 60 * 1000

/** How many activities the page shows, and the most that a week's count looks at. */
const mostSoon = 5
const mostInWeek = 200

async function coming({ now, db, member }: OpenCall) {
  const rows = await db.activities.aggregate<CardRow>(
    { state: 'open', startsAt: { $gte: now - longestActivity }, endsAt: { $gt: now } },
    [{ $sort: { startsAt: 1, _id: 1 } }, { $limit: mostInWeek }, ...cardStages(member ? ownPeople(member) : [])],
  )
  return rows.map(cardOf)
}

/**
 * The open page of a centre: who it is, what is on, and what of one's own is under way, which the door brings along; two
 * requests, whoever asks.
 */
const open = procedure({
  needs: 'anyone',
  input: noInput,
  beside: (_, self) => ownRunning(self),
  run: async (call): Promise<CentrePage> => {
    const { _id, name, shortName, address, motto, hours, buildings } = call.centre
    const cards = await coming(call)
    const order = call.member ? newestRunning(call.beside[0], call.now) : undefined
    const near = cards.filter((card) => card.startsAt < call.now + week)
    return {
      centre: { id: _id, name, shortName, address, motto, hours, buildings },
      ...(call.member && { me: ownProfile(call.member) }),
      ...(order && { order }),
      week: { activities: near.length, withRoom: near.filter((card) => hasRoom(card, call.now)).length },
      soon: cards.slice(0, mostSoon),
    }
  },
})

/** Counts which door brought someone, each visit once. Only doors that the centre knows are counted. */
const enter = procedure({
  needs: 'anyone',
  input: enterInput,
  run: async ({ centre, db, now, member }, { visit, door, page }): Promise<null> => {
    if (!doorsOf(centre).some(({ id }) => id === door)) throw new Refused({ reason: 'not-found' })
    const _id = derivedId(20, centre._id, visit)
    await db.visits.insert({ _id, centre: centre._id, door, page, member: member?._id ?? null, at: now })
    return null
  },
})

export const procedures = { open, enter, doors, code }
