import { type ActivityFilter, type ActivityList, listInput } from '../../src/domain/activity'
import { type CardRow, cardOf, longestActivity } from '../../src/domain/activity-card'
import { ageBands } from '../../src/domain/age'
import { day, startOfDay } from '../../src/domain/day'
import { ownPeople } from '../../src/domain/member'
import type { Stage } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { cardStages } from './cards'

/** Activities on one page of the list. */
const page = 20

type Conditions = Record<string, unknown>

/** What each filter asks of the activity itself. */
function conditionsOf(filter: ActivityFilter, now: number): Conditions[] {
  const narrow = { [`bands.${ageBands.length - 1}`]: { $exists: false } }
  switch (filter) {
    case 'today':
      return [{ startsAt: { $lt: startOfDay(now) + day } }]
    case 'week':
      return [{ startsAt: { $lt: startOfDay(now) + 7 * day } }]
    case 'children':
      return [{ bands: { $in: ['0-3', '4-6', '7-12'] }, ...narrow }]
    case 'elders':
      return [{ bands: { $in: ['60-79', '80+'] }, ...narrow }]
    case 'all':
    case 'room':
      return []
  }
}

/** "Still has room" is asked of the roster's guard fields: the list is open, and a seat is free. */
const roomStages = (now: number): Stage[] => [
  { $addFields: { free: { $subtract: ['$roster.room', '$roster.waitCapacity'] } } },
  { $match: { free: { $gt: 0 }, 'roster.opensAt': { $lte: now }, 'roster.closesAt': { $gt: now } } },
]

const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Every word has to be in the title, the description, the place's or the organiser's name. */
const wordConditions = (words: string): Conditions[] =>
  words
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({
      $or: ['title', 'description', 'place.name', 'organiser.name'].map((field) => ({
        [field]: { $regex: literally(word), $options: 'i' },
      })),
    }))

/** What is on from now, soonest first, a page at a time; one request beside the door's. */
export const list = procedure({
  needs: 'anyone',
  input: listInput,
  run: async ({ db, now, member }, { filter, words, after }): Promise<ActivityList> => {
    const from = after ? [{ $or: [{ startsAt: { $gt: after.startsAt } }, { _id: { $gt: after.id } }] }] : []
    const conditions = [...conditionsOf(filter, now), ...wordConditions(words), ...from]
    const rows = await db.activities.aggregate<CardRow>(
      {
        state: 'open',
        startsAt: { $gte: after ? after.startsAt : now - longestActivity },
        endsAt: { $gt: now },
        ...(conditions.length > 0 && { $and: conditions }),
      },
      [
        { $sort: { startsAt: 1, _id: 1 } },
        ...(filter === 'room' ? [] : [{ $limit: page + 1 }]),
        ...cardStages(member ? ownPeople(member) : []),
        ...(filter === 'room' ? [...roomStages(now), { $limit: page + 1 }] : []),
      ],
    )
    const cards = rows.slice(0, page).map(cardOf)
    const last = rows.length > page ? cards.at(-1) : undefined
    return { cards, next: last ? { startsAt: last.startsAt, id: last.id } : null }
  },
})
