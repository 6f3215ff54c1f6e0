import type { Activity } from '../../src/domain/activity'
import { amendInput, type Draft, defaults, versionInput } from '../../src/domain/activity-draft'
import type { EditorPage } from '../../src/domain/activity-change'
import { lacksOf } from '../../src/domain/activity-lack'
import { Refused } from '../../src/domain/refusal'
import { firstLabel, windowOf } from '../../src/domain/priority'
import type { Roster } from '../../src/domain/roster'
import { derivedId } from '../runtime/caller'
import { _, type Database, databaseOf } from '../runtime/database'
import { demand, type MemberCall, procedure } from '../runtime/procedure'
import { isPrivate } from './catalogue'
import { draftOf, publishedPage } from './draft'
import { follow } from './follow'
import { type ActivityRow, withRoster } from './open'
import { giveWay, inTheWay } from '../booking/hall'
import { askersOf, tellPublished } from '../need/published'
import { belongingOf } from './scope'
import { checkWords } from './words'

const hour = 60 * 60 * 1000

/**
 * Publishes a plan: from then on it does not change any more, and its roster and its activity are made of it, each once
 * under the plan's id, whoever publishes it at the same moment and wherever one of them is cut short.
 */
export const publish = procedure({
  needs: 'approve-activity',
  input: versionInput,
  run: async (call, { activity, version }): Promise<{ id: string }> => {
    const { db, now } = call
    const before = await draftOf(call, activity)
    demand(call, 'approve-activity', belongingOf(before))
    if (before.state === 'draft' && before.version === version) {
      const lacks = lacksOf(before, now)
      if (lacks.length === 0 && (await inTheWay(db, before, now)).length > 0)
        lacks.push({ field: 'place', why: 'booked' })
      if (lacks.length > 0) throw new Refused({ reason: 'draft-incomplete', lacks })
      const { title, description, bring, place, placeNote } = before
      await checkWords(call, belongingOf(before), title, description, bring, place, placeNote)
    }
    const fixed = await db.drafts.findAndChange(
      { _id: activity, state: 'draft', version },
      {
        state: 'publishing',
        publishedAt: now,
        firstLabel: firstLabel(before.firstBands, before.firstBuildings, call.centre.buildings),
        ...(before.wanted && { firstPeople: await askersOf(db, before.wanted.need) }),
      },
    )
    const found = fixed ?? (await draftOf(call, activity))
    if (found.state === 'draft' || found.version !== version) throw new Refused({ reason: 'changed-meanwhile' })
    if (found.state === 'publishing') await make(db, found, now)
    return { id: activity }
  },
})

/** Makes the roster and the activity of a plan that is being published; done twice it is done once. */
export async function make(db: Database, draft: Draft, now: number): Promise<void> {
  const made = madeOf(draft)
  if (!made) return
  // The roster comes first: what stands in a list has one.
  await db.rosters.insert(made.roster)
  await db.activities.insert(made.activity)
  await giveWay(
    databaseOf(draft.centre),
    draft,
    { id: draft._id, title: made.activity.title, by: draft.createdBy },
    now,
  )
  if (draft.wanted) await tellPublished(db, draft.wanted.need, draft._id, draft.publishedAt ?? draft.updatedAt)
  await db.drafts.change({ _id: draft._id, state: 'publishing' }, { state: 'published' })
}

function madeOf(draft: Draft): { activity: Activity; roster: Roster } | undefined {
  const { _id, centre, title, category, place, startsAt, endsAt, capacity, bands } = draft
  const publishedAt = draft.publishedAt ?? draft.updatedAt
  // What was published had nothing missing; the types cannot know.
  if (!title || !category || !place || startsAt === null || endsAt === null || !capacity) return undefined
  const waitCapacity = draft.waitCapacity ?? defaults.waitCapacity(capacity)
  const opensAt = draft.opensAt ?? publishedAt
  const closesAt = draft.closesAt ?? defaults.closesAt(startsAt, publishedAt)
  const shared = { _id, centre, title, startsAt, endsAt, state: 'open' as const, bands }
  return {
    activity: {
      ...shared,
      description: draft.description ?? '',
      category,
      item: draft.item,
      organiser: draft.organiser,
      team: draft.team,
      createdBy: draft.createdBy,
      place: { id: draft.placeId ?? derivedId(12, 'place', place), name: place, note: draft.placeNote ?? '' },
      bring: draft.bring,
      // Who takes part in such a service is nobody's business, whatever was tapped in the plan.
      private: draft.private || isPrivate(draft.item),
      ...(draft.cover && { cover: draft.cover }),
    },
    roster: {
      ...shared,
      opensAt,
      closesAt,
      capacity,
      waitCapacity,
      room: capacity + waitCapacity,
      people: [],
      rules: {
        capacity,
        mostOvertakes: 3,
        priority: windowOf(draft, opensAt, closesAt),
        offersFrom: startsAt - (draft.offerHours ?? defaults.offerHours) * hour,
        offerFor: Math.max(defaults.leastMinutes, draft.keepMinutes ?? defaults.keepMinutes) * 60_000,
        settledFrom: startsAt,
      },
      events: [],
    },
  }
}

/** Changes the words of what is published. Who has not seen the latest words is refused, and nothing is lost. */
export const amend = procedure({
  needs: 'create-activity',
  input: amendInput,
  run: async (call, { intent, activity, version, ...words }): Promise<EditorPage> => {
    const row = await rowOf(call, activity)
    const { title, category, bands } = words
    if (title === null) throw new Refused({ reason: 'draft-incomplete', lacks: [{ field: 'title', why: 'needed' }] })
    if (category === null)
      throw new Refused({ reason: 'draft-incomplete', lacks: [{ field: 'category', why: 'needed' }] })
    if (bands.length === 0)
      throw new Refused({ reason: 'draft-incomplete', lacks: [{ field: 'bands', why: 'needed' }] })
    if (row.state === 'cancelled') throw new Refused({ reason: 'activity-cancelled' })
    await checkWords(call, belongingOf(row), title, words.description, words.bring)
    const { db } = call
    const amended = await db.activities.findAndChange(
      { _id: activity, state: 'open', version: version === 0 ? _.exists(false) : version },
      { ...words, description: words.description ?? '', title, category, version: version + 1, saved: intent },
    )
    const found = amended ?? (await rowOf(call, activity))
    if (found.saved !== intent) throw new Refused({ reason: 'changed-meanwhile' })
    const told = found.version ?? 0
    await db.rosters.change(
      { _id: activity, version: _.not(_.gte(told)) },
      { title: found.title, bands: found.bands, version: told, following: true },
    )
    await follow(db, activity)
    return publishedPage(await rowOf(call, activity))
  },
})

async function rowOf(call: MemberCall, id: string): Promise<ActivityRow> {
  const [row] = await call.db.activities.aggregate<ActivityRow>({ _id: id }, withRoster)
  if (!row) throw new Refused({ reason: 'not-found' })
  demand(call, 'create-activity', belongingOf(row))
  return row
}
