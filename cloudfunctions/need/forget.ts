import { randomBytes } from 'node:crypto'
import { type Introduction, otherSide, sides } from '../../src/domain/introduction'
import type { Need } from '../../src/domain/need'
import { Refused } from '../../src/domain/refusal'
import { follow } from '../introduction/settle'
import { _, type Database } from '../runtime/database'
import { renamed } from '../runtime/renamed'

/** So many are gone through at a time. */
const page = 40
/** How often a log is taken up anew where it grew meanwhile. */
const attempts = 8

/**
 * Takes a member out of what they needed, wanted and helped with. What nobody else wants goes; what others want too
 * stays, without its author and their words. What they wanted too stays counted, as nobody's.
 */
export async function forgetNeeds(db: Database, self: string, now: number): Promise<void> {
  await endIntroductions(db, self, now)
  for (let needs = await needsOf(db, self); needs.length > 0; needs = await needsOf(db, self))
    for (const need of needs) {
      const alone = need.author === self && need.members.every((each) => each === self)
      if (alone) await db.needs.remove({ _id: need._id })
      else await unname(db, need._id, self)
    }
  await db.needs.change({ owner: self }, { owner: null })
  await db.rosters.change({ 'rules.priority.people': self }, { 'rules.priority.people': _.pull(self) })
}

/** Some of the needs whose log names the member still. */
const needsOf = (db: Database, self: string): Promise<Need[]> =>
  db.needs.aggregate<Need>({ 'events.member': self }, [{ $limit: page }])

async function unname(db: Database, id: string, self: string): Promise<void> {
  const nobody = `gone-${randomBytes(9).toString('base64url')}`
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const need = await db.needs.get(id)
    if (!need) return
    const { households, members, events } = renamed(
      { households: need.households, members: need.members, events: need.events },
      self,
      nobody,
    )
    const own = need.author === self
    const changed = await db.needs.findAndChange(
      { _id: id, events: _.size(need.events.length) },
      {
        households,
        members,
        events,
        ...(own && { author: null, shownAs: null, building: null, text: need.meaning.label }),
      },
    )
    // What their words became while it was not published.
    if (changed && own && need.draft !== undefined)
      await db.drafts.change({ _id: need.draft, state: 'draft', description: need.text }, { description: null })
    if (changed) return
  }
  throw new Refused({ reason: 'server-busy' })
}

/** Whatever was between them and someone else ends; that there was something stays as a fact, without them. */
async function endIntroductions(db: Database, self: string, now: number): Promise<void> {
  for (const side of sides)
    for (let found = await introductionsOf(db, side, self); found.length > 0; ) {
      for (const introduction of found) await end(db, introduction, side, now)
      found = await introductionsOf(db, side, self)
    }
}

const introductionsOf = (db: Database, side: (typeof sides)[number], self: string): Promise<Introduction[]> =>
  db.introductions.aggregate<Introduction>({ [side]: self }, [{ $limit: page }])

async function end(db: Database, introduction: Introduction, side: (typeof sides)[number], now: number): Promise<void> {
  const { _id, state, events } = introduction
  const open = state === 'asked' || state === 'agreed'
  // What they said of how it was may say who they are.
  const kept = events.map((event) =>
    event.kind === 'feedback' && event.by === side ? { ...event, words: null } : event,
  )
  const last = { id: `erased-${_id}-${now}`, at: now, kind: 'end', by: side } as const
  const ended = await db.introductions.findAndChange(
    { _id, state, events: _.size(events.length) },
    {
      [side]: null,
      ...(side === 'helper' && { countDue: false }),
      shares: _.pull(side),
      ...(open
        ? { state: 'ended', lapsesAt: null, following: true, toTell: true, events: [...kept, last] }
        : { events: kept }),
    },
  )
  if (ended && open) await follow(db, { ...ended, [otherSide(side)]: introduction[otherSide(side)] }, now)
}
