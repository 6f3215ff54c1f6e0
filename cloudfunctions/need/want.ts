import { type Draft, emptyPlan } from '../../src/domain/activity-draft'
import { workdaysLater } from '../../src/domain/day'
import { type Need, type NeedEvent, needIntent, unwantInput } from '../../src/domain/need'
import { isShared, needRules, wantsIn } from '../../src/domain/need-rules'
import type { Wanted } from '../../src/domain/need-page'
import { Refused } from '../../src/domain/refusal'
import { derivedId } from '../runtime/caller'
import { _, type Database } from '../runtime/database'
import { type MemberCall, procedure } from '../runtime/procedure'
import { isGathered, missing } from './gathered'
import { attempts, dutyOf, mayRead, needOf } from './load'

type Row = Need & { homes: { _id: string; members: string[] }[] }

/** The need, and the household of who asks, in one request. */
async function rowOf(call: MemberCall, id: string): Promise<Row> {
  const { centre, db, self } = call
  const home = {
    from: 'households',
    pipeline: [{ $match: { centre: centre._id, members: self } }, { $limit: 1 }, { $project: { _id: 1, members: 1 } }],
    as: 'homes',
  }
  const [row] = await db.needs.aggregate<Row>({ _id: id }, [{ $limit: 1 }, { $lookup: home }])
  if (!row || !mayRead(call, row)) throw new Refused({ reason: 'not-found' })
  return row
}

/**
 * "I want it too": one a household, in one atomic step. Everything that could refuse is in its filter; that it was
 * counted, and that it is one less until there is a draft, is in its change. Of what is done for each by itself there is
 * no draft, and nothing is less.
 */
export const want = procedure({
  needs: 'post-need',
  input: needIntent,
  run: async (call, { intent, need: id }): Promise<Wanted> => {
    const { centre, db, now, self } = call
    const row = await rowOf(call, id)
    const [home] = row.homes
    const people = home?.members ?? [self]
    const household = home?._id ?? self
    const event: NeedEvent = { id: intent, at: now, kind: 'want', household, member: self }
    let seen: Need = row
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const before = seen.events.find((each) => each.id === intent)
      if (before) return toldOf(seen, intent)
      if (!isShared(seen)) throw new Refused({ reason: seen.sight === 'square' ? 'need-closed' : 'need-private' })
      const again = seen.households.includes(household) || seen.members.some((each) => people.includes(each))
      if (again) throw new Refused({ reason: 'want-already' })
      const wanted = await db.needs.findAndChange(
        {
          _id: id,
          sight: 'square',
          state: 'open',
          households: _.nin([household]),
          members: _.nin(people),
          'events.id': _.nin([intent]),
          'events.undoes': _.nin([intent]),
        },
        {
          households: _.push([household]),
          members: _.push([self]),
          ...missing(seen, -1),
          events: _.push([event]),
        },
      )
      if (wanted) {
        await makeDraft(db, wanted, now, centre.duty)
        return toldOf(wanted, intent)
      }
      seen = await needOf(call, id)
      if (seen.events.some((each) => each.kind === 'unwant' && each.undoes === intent))
        throw new Refused({ reason: 'intent-undone' })
    }
    throw new Refused({ reason: 'server-busy' })
  },
})

/** Takes it back, by whoever of the household said it. Taken back twice it is taken back once. */
export const unwant = procedure({
  needs: 'post-need',
  input: unwantInput,
  run: async (call, { intent, need: id, want: undoes }): Promise<Wanted> => {
    const { db, now, self } = call
    const need = await needOf(call, id)
    const said = need.events.find((event) => event.kind === 'want' && event.id === undoes)
    if (said && (said.kind !== 'want' || said.member !== self)) throw new Refused({ reason: 'not-found' })
    const event: NeedEvent = { id: intent, at: now, kind: 'unwant', undoes }
    const household = said?.kind === 'want' ? said.household : self
    const undone = await db.needs.findAndChange(
      {
        _id: id,
        // Whose need it is withdraws it instead.
        author: _.neq(self),
        members: self,
        events: _.elemMatch({ id: undoes, kind: 'want' }),
        'events.id': _.nin([intent]),
        'events.undoes': _.nin([undoes]),
      },
      {
        households: _.pull(household),
        members: _.pull(self),
        ...missing(need, 1),
        events: _.push([event]),
      },
    )
    return countOf(undone ?? (await needOf(call, id)), self)
  },
})

/** What the one who wanted it was told then, whatever has happened since. */
function toldOf(need: Need, intent: string): Wanted {
  const until = need.events.findIndex((event) => event.id === intent)
  return { households: wantsIn(need.events.slice(0, until + 1)).length, mine: intent }
}

/** How many households want it now, and by which of my intents. */
export function countOf(need: Need, self: string): Wanted {
  const undone = new Set(need.events.flatMap((event) => (event.kind === 'unwant' ? [event.undoes] : [])))
  const mine = need.events.find((event) => event.kind === 'want' && event.member === self && !undone.has(event.id))
  return { households: need.households.length, mine: mine?.id ?? null }
}

/** The id of the draft that a need becomes: there is one, whoever makes it. */
export const draftIdOf = (need: string): string => derivedId(12, 'wanted', need)

/**
 * Once enough households want it: the draft, under an id that follows from the need, with somebody's name on it and a
 * date. Done twice, or by several at once, it is done once; cut short anywhere, the sweep does it.
 */
export async function makeDraft(db: Database, need: Need, now: number, duty: string | undefined): Promise<void> {
  if (need.short > 0 || !isGathered(need.meaning) || need.drafted || need.state !== 'open' || need.sight !== 'square')
    return
  const _id = draftIdOf(need._id)
  const owner = need.owner ?? (await dutyOf(db, duty))
  const dueAt = workdaysLater(now, needRules.draftDays)
  await db.drafts.insert(draftOf(need, _id, owner, dueAt, now))
  const households = need.households.length
  const event: NeedEvent = { id: `draft-${_id}`, at: now, kind: 'draft', draft: _id, owner, dueAt, households }
  await db.needs.findAndChange(
    { _id: need._id, drafted: false, 'events.id': _.nin([event.id]) },
    { drafted: true, draft: _id, owner, dueAt, escalatesAt: dueAt, toTell: true, events: _.push([event]) },
  )
}

const draftOf = (need: Need, _id: string, owner: string | null, dueAt: number, now: number): Draft => ({
  ...emptyPlan,
  title: need.meaning.label.slice(0, 30),
  description: need.text,
  category: need.meaning.category,
  item: need.meaning.item,
  _id,
  centre: need.centre,
  version: 1,
  saved: `wanted-${need._id}`,
  state: 'draft',
  organiser: { id: need.centre, name: need.centreName },
  team: null,
  createdBy: owner,
  askedAt: null,
  updatedAt: now,
  wanted: { need: need._id, owner, dueAt },
})
