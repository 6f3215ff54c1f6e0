import { doorsInput } from '../../src/domain/centre'
import { day } from '../../src/domain/day'
import { type DoorCount, doorsOf } from '../../src/domain/door'
import { Refused } from '../../src/domain/refusal'
import type { Roster } from '../../src/domain/roster'
import { procedure, scopesIn } from '../runtime/procedure'

interface Views {
  _id: string
  views: number
  members: (string | null)[]
}

/** The most activities that are looked through. */
const most = 500

/** Which door brought whom lately: views, and of what was on in that time sign-ups and those who came. Sums only. */
export const doors = procedure({
  needs: 'run-report',
  input: doorsInput,
  run: async (call, { days }): Promise<DoorCount[]> => {
    const { db, centre, now } = call
    // They are sums of the whole centre: whoever's reach ends at their own organisation has none of them.
    if (!scopesIn(call, 'run-report').some((scope) => scope === 'centre' || scope === 'aggregate'))
      throw new Refused({ reason: 'no-permission' })
    const from = now - days * day
    const known = doorsOf(centre)
    const [views, rosters] = await Promise.all([
      db.visits.aggregate<Views>({ door: { $in: known.map(({ id }) => id) }, at: { $gte: from } }, [
        { $group: { _id: '$door', views: { $sum: 1 }, members: { $addToSet: '$member' } } },
      ]),
      db.activities.aggregate<{ roster: Pick<Roster, 'events' | 'people' | 'present'>[] }>(
        { startsAt: { $gte: from } },
        [
          { $limit: most },
          { $lookup: { from: 'rosters', localField: '_id', foreignField: '_id', as: 'roster' } },
          { $project: { 'roster.events': 1, 'roster.people': 1, 'roster.present': 1 } },
        ],
      ),
    ])
    const brought = rosters.flatMap(({ roster }) => roster.flatMap(broughtBy))
    return known.map((door) => {
      const seen = views.find(({ _id }) => _id === door.id)
      const here = brought.filter((each) => each.door === door.id)
      return {
        ...door,
        views: seen?.views ?? 0,
        known: seen?.members.filter((member) => member !== null).length ?? 0,
        signedUp: here.length,
        came: here.filter(({ came }) => came).length,
      }
    })
  },
})

/** Everyone on a list who came by a door, and whether they were there. Who left again was not brought. */
function broughtBy({ events, people, present }: Pick<Roster, 'events' | 'people' | 'present'>) {
  return events.flatMap((event) =>
    event.kind === 'join' && event.door !== undefined
      ? event.people
          .filter((person) => people.includes(person))
          .map((person) => ({ door: event.door, came: present?.includes(person) ?? false }))
      : [],
  )
}
