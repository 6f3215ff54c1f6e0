import type { Stage } from '../runtime/database'

/**
 * Stages that put what a card needs of the roster beside each activity, in the same request (`CardRow`). Who is on a
 * list never leaves the database: only whether one of `people` is.
 */
export const cardStages = (people: readonly string[]): Stage[] => [
  { $lookup: { from: 'rosters', localField: '_id', foreignField: '_id', as: 'roster' } },
  { $unwind: '$roster' },
  {
    $project: {
      title: 1,
      category: 1,
      startsAt: 1,
      endsAt: 1,
      'place.name': 1,
      'organiser.name': 1,
      bands: 1,
      state: 1,
      'roster.opensAt': 1,
      'roster.closesAt': 1,
      'roster.capacity': 1,
      'roster.waitCapacity': 1,
      'roster.room': 1,
      'roster.mine': { $gt: [{ $size: { $setIntersection: ['$roster.people', people] } }, 0] },
    },
  },
]
