import type { Activity } from '../../src/domain/activity'
import type { EditorPage, KnownPlace } from '../../src/domain/activity-change'
import { type Draft, emptyPlan, type Plan, planOf, saveInput, versionInput } from '../../src/domain/activity-draft'
import { activityInput } from '../../src/domain/activity'
import { noInput } from '../../src/domain/input'
import type { Belonging } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import type { Roster } from '../../src/domain/roster'
import type { Timetable } from '../../src/domain/timetable'
import type { Database } from '../runtime/database'
import { allowed, demand, type MemberCall, procedure } from '../runtime/procedure'
import { removeFile } from '../runtime/storage'
import { withRoster } from './open'
import { demandAnswered } from '../need/published'
import { belongingOf } from './scope'

/** A plan that its staff reach, whatever has become of it; refused where there is none. */
export async function draftOf(call: MemberCall, id: string): Promise<Draft> {
  const draft = await call.db.drafts.get(id)
  if (!draft) throw new Refused({ reason: 'not-found' })
  demand(call, 'create-activity', belongingOf(draft))
  return draft
}

/** Who makes something makes it in the name of their organisation; where they have none, the centre's. */
async function organiserOf({ db, member, centre }: MemberCall): Promise<Activity['organiser']> {
  const id = member.organisation
  if (id === null) return { id: centre._id, name: centre.shortName }
  const [known] = await db.activities.aggregate<Pick<Activity, 'organiser'>>({ 'organiser.id': id }, [
    { $limit: 1 },
    { $project: { organiser: 1 } },
  ])
  return known?.organiser ?? { id, name: centre.shortName }
}

/** What a new plan of the caller's belongs to. */
const ownBelonging = ({ member }: MemberCall): Belonging => ({
  person: member._id,
  organisation: member.organisation,
  team: member.team,
})

/**
 * Saves a plan as far as it is written; nothing in it is needed yet. Version 0 begins it, under the id that the client
 * made. Whoever saves over a version that they have not seen is refused, and nothing is lost.
 */
export const saveDraft = procedure({
  needs: 'create-activity',
  input: saveInput,
  run: async (call, { intent, activity, version, ...plan }): Promise<EditorPage> => {
    const { db, now, member, centre } = call
    if (version === 0) {
      demand(call, 'create-activity', ownBelonging(call))
      const draft: Draft = {
        ...plan,
        _id: activity,
        centre: centre._id,
        version: 1,
        saved: intent,
        state: 'draft',
        organiser: await organiserOf(call),
        team: member.team,
        createdBy: member._id,
        askedAt: null,
        updatedAt: now,
      }
      // The id of something that is held already is no plan's: it would never be published.
      const taken = await db.rosters.get(activity)
      if (!taken && (await db.drafts.insert(draft)) === 'inserted') return pageOf(call, draft)
    }
    const before = await draftOf(call, activity)
    if (before.saved === intent) return pageOf(call, before)
    const saved = await db.drafts.findAndChange(
      { _id: activity, state: 'draft', version },
      { ...plan, version: version + 1, saved: intent, updatedAt: now },
    )
    if (saved) return pageOf(call, saved)
    const after = await draftOf(call, activity)
    if (after.saved === intent) return pageOf(call, after)
    throw new Refused({ reason: 'changed-meanwhile' })
  },
})

/** Who may not publish asks those who may; asked twice is asked once. */
export const ask = procedure({
  needs: 'create-activity',
  input: versionInput,
  run: async (call, { activity, version }): Promise<EditorPage> => {
    const before = await draftOf(call, activity)
    const asked = await call.db.drafts.findAndChange(
      { _id: activity, state: 'draft', version },
      { askedAt: before.askedAt ?? call.now },
    )
    if (!asked) throw new Refused({ reason: 'changed-meanwhile' })
    return pageOf(call, asked)
  },
})

/** Throws a plan away that was never published. Gone is gone: a second time finds nothing, which is as well. */
export const discard = procedure({
  needs: 'create-activity',
  input: versionInput,
  run: async (call, { activity, version }): Promise<null> => {
    const thrown = await draftOf(call, activity)
    if (thrown.wanted) await demandAnswered(call.db, thrown.wanted.need)
    const removed = await call.db.drafts.remove({ _id: activity, state: 'draft', version })
    if (removed === 0 && (await call.db.drafts.get(activity))) throw new Refused({ reason: 'changed-meanwhile' })
    if (removed > 0 && thrown.cover) await removeFile(thrown.cover.file)
    return null
  },
})

/** The editor's page of a plan, or of what is published: where it stands, and what its reader may do. */
export const draft = procedure({
  needs: 'create-activity',
  input: activityInput,
  run: async (call, input): Promise<EditorPage> => {
    const [row] = await call.db.activities.aggregate<Activity & { roster: Roster }>({ _id: input.activity }, withRoster)
    if (!row) return pageOf(call, await draftOf(call, input.activity))
    demand(call, 'create-activity', belongingOf(row))
    return publishedPage(row)
  },
})

export const pageOf = (call: MemberCall, found: Draft): EditorPage => ({
  id: found._id,
  version: found.version,
  state: found.state === 'draft' ? 'draft' : 'publishing',
  plan: planOf(found),
  organiser: found.organiser.name,
  publishes: allowed(call, 'approve-activity', belongingOf(found)),
  askedAt: found.askedAt,
  signedUp: 0,
})

/** What is published, as a plan: the words to change, and everything that a copy begins with. */
export function publishedPage({ roster, ...activity }: Activity & { roster: Roster }): EditorPage {
  return {
    id: activity._id,
    version: activity.version ?? 0,
    state: activity.state,
    plan: publishedPlan(activity, roster),
    organiser: activity.organiser.name,
    publishes: false,
    askedAt: null,
    signedUp: roster.people.length,
  }
}

const publishedPlan = (activity: Activity, { rules, ...roster }: Roster): Plan => ({
  ...emptyPlan,
  title: activity.title,
  description: activity.description || null,
  category: activity.category,
  bands: activity.bands,
  bring: activity.bring,
  item: activity.item,
  placeId: activity.place.id,
  place: activity.place.name,
  placeNote: activity.place.note || null,
  startsAt: roster.startsAt,
  endsAt: roster.endsAt,
  private: activity.private,
  capacity: roster.capacity,
  waitCapacity: roster.waitCapacity,
  opensAt: roster.opensAt,
  closesAt: roster.closesAt,
  firstUntil: rules.priority?.until ?? null,
  firstBands: rules.priority?.bands ?? [],
  firstBuildings: rules.priority?.buildings ?? [],
})

/** How far back places are looked for. */
const year = 365 * 24 * 60 * 60 * 1000

/** Where things were held in the last year, most used first, then the rooms that can be booked. */
export const places = procedure({
  needs: 'create-activity',
  input: noInput,
  run: async ({ db, now }): Promise<KnownPlace[]> => knownPlaces(db, now),
})

async function knownPlaces(db: Database, now: number): Promise<KnownPlace[]> {
  const [rows, rooms] = await Promise.all([
    db.activities.aggregate<{ place: KnownPlace }>({ startsAt: { $gt: now - year } }, [
      { $group: { _id: '$place.id', place: { $first: '$place' }, times: { $sum: 1 } } },
      { $sort: { times: -1, _id: 1 } },
      { $limit: 24 },
    ]),
    db.timetables.aggregate<Pick<Timetable, '_id' | 'title' | 'place'>>({ kind: 'room', state: 'open' }, [
      { $limit: 24 },
      { $project: { title: 1, place: 1 } },
    ]),
  ])
  const known = new Set(rows.map(({ place }) => place.id))
  const more = rooms.filter(({ _id }) => !known.has(_id))
  return [
    ...rows.map(({ place }) => place),
    ...more.map(({ _id: id, title, place }) => ({ id, name: title, note: place })),
  ]
}
