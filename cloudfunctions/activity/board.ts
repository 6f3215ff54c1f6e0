import { type Board, boardInput, type DraftCard } from '../../src/domain/activity-change'
import { type CardRow, cardOf } from '../../src/domain/activity-card'
import type { Draft } from '../../src/domain/activity-draft'
import { lacksOf } from '../../src/domain/activity-lack'
import type { Capability } from '../../src/domain/permission'
import { type MemberCall, procedure, scopesIn } from '../runtime/procedure'
import { cardStages } from './cards'

/** Activities on one page. */
const page = 20
const mostDrafts = 60

/** What the caller's scopes of a capability reach, as a condition; nothing where that is the whole centre. */
function reachOf(call: MemberCall, capability: Capability): Record<string, unknown>[] {
  const { member } = call
  const scopes = scopesIn(call, capability)
  if (scopes.includes('centre') || scopes.includes('all')) return []
  const reached = [
    ...(scopes.includes('own') ? [{ createdBy: member._id }] : []),
    ...(scopes.includes('team') && member.team !== null ? [{ team: member.team }] : []),
    ...(scopes.includes('organisation') && member.organisation !== null
      ? [{ 'organiser.id': member.organisation }]
      : []),
  ]
  // Who reaches nothing here finds nothing.
  return [{ $or: reached.length > 0 ? reached : [{ createdBy: member._id }] }]
}

/** What staff prepare, what lies ahead and what is over, cancelled ones too: as far as the caller's reach goes. */
export const board = procedure({
  needs: 'create-activity',
  input: boardInput,
  run: async (call, { show, after }): Promise<Board> => {
    const reach = reachOf(call, 'create-activity')
    if (show === 'drafts') return { drafts: await draftsOf(call, reach), cards: [], next: null }
    const { db, now } = call
    const ahead = show === 'upcoming'
    const from = after
      ? [
          {
            $or: [
              { startsAt: { [ahead ? '$gt' : '$lt']: after.startsAt } },
              { startsAt: after.startsAt, _id: { $gt: after.id } },
            ],
          },
        ]
      : []
    const conditions = [...reach, ...from]
    const rows = await db.activities.aggregate<CardRow>(
      {
        startsAt: ahead ? { $gt: now - 24 * 60 * 60 * 1000 } : { $lt: now },
        endsAt: ahead ? { $gt: now } : { $lte: now },
        ...(conditions.length > 0 && { $and: conditions }),
      },
      [{ $sort: { startsAt: ahead ? 1 : -1, _id: 1 } }, { $limit: page + 1 }, ...cardStages([])],
    )
    const cards = rows.slice(0, page).map(cardOf)
    const last = rows.length > page ? cards.at(-1) : undefined
    return { drafts: [], cards, next: last ? { startsAt: last.startsAt, id: last.id } : null }
  },
})

async function draftsOf({ db, now }: MemberCall, reach: Record<string, unknown>[]): Promise<DraftCard[]> {
  const drafts = await db.drafts.aggregate<Draft>(
    { state: { $in: ['draft', 'publishing'] }, ...(reach.length > 0 && { $and: reach }) },
    [{ $sort: { updatedAt: -1 } }, { $limit: mostDrafts }],
  )
  return drafts.map((draft) => ({
    id: draft._id,
    title: draft.title,
    startsAt: draft.startsAt,
    place: draft.place,
    organiser: draft.organiser.name,
    asked: draft.askedAt !== null,
    updatedAt: draft.updatedAt,
    lacks: lacksOf(draft, now).length,
  }))
}
