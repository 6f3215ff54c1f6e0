import { lendingOf } from '../../src/domain/loan'
import type { LoanEvent, Thing } from '../../src/domain/thing'
import { type LoanOwed, loanNotices, wakesAt } from '../../src/domain/loan-telling'
import { _, type Database, databaseOf } from '../runtime/database'
import { notify } from '../runtime/inbox'
import type { Tick } from '../runtime/procedure'
import type { Member } from '../../src/domain/member'
import type { Notice } from '../../src/domain/notice'
import { inTurn } from '../runtime/turn'
import { followAll, freeStray } from './running'
import { log, toldAt } from './thing'

/** So many are looked at by one sweep; the next one goes on. */
const most = 200

/** Looks at everything that changed, or of which something fell due: settles it, tells of it, and says when next. */
export async function lendings({ now, db, requestId }: Tick): Promise<void> {
  const due = await db.things.aggregate<Thing>({ wake: { $lte: now } }, [{ $sort: { wake: 1 } }, { $limit: most }])
  await inTurn(due, (thing) => settle(db, thing, now, requestId))
  await freeStray(db, now)
}

/**
 * One thing. What nobody came for is free again; then everyone is told what they are owed, each entry once by its id;
 * then the thing says how far was told. Cut short anywhere it begins again where it was.
 */
async function settle(db: Database, before: Thing, now: number, by: string): Promise<void> {
  let thing = await toldAt(db, before, now, by)
  for (const { id, person, state, keptUntil } of lendingOf(thing, now).loans) {
    const passed = state === 'lapsed' || (state === 'kept' && keptUntil !== undefined && keptUntil <= now)
    if (!passed) continue
    const cancel: LoanEvent = { id: `passed-${id}`, at: now, kind: 'cancel', undoes: id, by: 'time' }
    const freed = await log(
      db,
      thing._id,
      [cancel],
      { events: _.size(thing.events.length), 'events.undoes': _.nin([id]) },
      { left: _.inc(1), people: _.pull(person) },
    )
    // Somebody did something at the same moment: the next sweep sees what.
    if (!freed) return
    thing = freed
  }
  await followAll(db, thing, thing.told, now)
  const here = databaseOf(thing.centre)
  const owed = loanNotices(thing, thing.told, now)
  await notify(db, thing.centre, (await Promise.all(owed.map((each) => addressed(here, thing, each)))).flat())
  await db.things.findAndChange(
    { _id: thing._id, events: _.size(thing.events.length) },
    { told: thing.events.length, wake: wakesAt(thing, now) },
  )
}

/** A notice for each whom it concerns: the desk is everyone who lends such things, whoever handed out this one. */
async function addressed(db: Database, thing: Thing, { to, ...told }: LoanOwed): Promise<Notice[]> {
  if (typeof to === 'object') return [{ ...told, to: to.member }]
  const desk = await staffOf(db, to === 'desk' ? lends(thing) : above)
  // A centre without anyone at its desk has a committee.
  const people = desk.length > 0 ? desk : await staffOf(db, above)
  return people.map((each) => ({ ...told, to: each }))
}

const above = [{ roles: 'committee-member' }]

const lends = ({ team, organisation }: Thing): Record<string, unknown>[] => [
  { roles: 'social-worker' },
  ...(team === null ? [] : [{ roles: 'volunteer-captain', team }]),
  ...(organisation === null ? [] : [{ roles: 'operator', organisation }]),
]

async function staffOf(db: Database, who: readonly Record<string, unknown>[]): Promise<string[]> {
  const found = await Promise.all(
    who.map((each) => db.members.aggregate<Pick<Member, '_id'>>(each, [{ $project: { _id: 1 } }, { $limit: 200 }])),
  )
  return [...new Set(found.flat().map(({ _id }) => _id))]
}
