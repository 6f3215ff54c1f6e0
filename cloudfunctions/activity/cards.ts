import type { Stage } from '../runtime/database'

/**
 * Stages that put what a card needs of the roster beside each activity, in the same request (`CardRow`). Who is on a
 * list never leaves the database: only whether one of `people` is. `keep` names further fields of the activity to keep.
 */
export const cardStages = (people: readonly string[], keep: readonly string[] = []): Stage[] => [
  {
    $lookup: {
      from: 'rosters',
      let: { activity: '$_id' },
      pipeline: [
        { $match: { $expr: { $eq: ['$_id', '$$activity'] } } },
        {
          $project: {
            _id: 0,
            opensAt: 1,
            closesAt: 1,
            capacity: 1,
            waitCapacity: 1,
            room: 1,
            mine: { $gt: [{ $size: { $setIntersection: ['$people', people] } }, 0] },
          },
        },
      ],
      as: 'roster',
    },
  },
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
      roster: 1,
      ...Object.fromEntries(keep.map((field) => [field, 1])),
    },
  },
]
