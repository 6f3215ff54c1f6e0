import { day, hour } from '../../src/domain/day'
import {
  type ActivityMessage,
  asksAfter,
  invitesOf,
  type Owed,
  owedBy,
  pushedBy,
  remindersOf,
} from '../../src/domain/message'
import type { Roster } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import { derivedId } from '../runtime/caller'
import { _, type Database } from '../runtime/database'
import { deliver } from '../runtime/inbox'
import type { Tick } from '../runtime/procedure'
import { inTurn } from '../runtime/turn'
import { raterOf } from '../rating/rater'
import { pushDue } from './push'

/** The most rosters of each kind that one sweep takes on; the next one goes on. */
const most = 60

/**
 * Tells what the logs owe: to each inbox its entries, each once by its id, then on the log how far was told. Cut short
 * anywhere it begins again where it was, and what was told before is told no second time.
 */
export async function tell({ now, db }: Tick): Promise<void> {
  const untold = await db.rosters.aggregate<Roster>({ toTell: true }, [{ $limit: most }])
  const tomorrow = { state: 'open', startsAt: { $gt: now + hour, $lte: now + day } }
  const unreminded = await db.rosters.aggregate<Roster>(tomorrow, [
    { $addFields: { reminded: { $eq: ['$remindedFor', '$startsAt'] } } },
    { $match: { reminded: false } },
    { $limit: 2 * most },
  ])
  const unasked = await Promise.all(
    asksAfter.map((after, nth) =>
      db.rosters.aggregate<Roster>(
        {
          state: 'open',
          endsAt: { $gt: now - after - 2 * day, $lte: now - after },
          asked: nth === 0 ? { $exists: false } : nth,
        },
        [{ $limit: most }],
      ),
    ),
  )
  const steps = [
    () => inTurn(untold, (roster) => tellRoster(db, roster)),
    () => inTurn(unreminded, (roster) => remind(db, roster, now)),
    ...unasked.map((rosters, nth) => () => inTurn(rosters, (roster) => invite(db, roster, nth, now))),
    () => pushDue(db, now),
  ]
  await inTurn(steps, (step) => step())
}

async function tellRoster(db: Database, roster: Roster): Promise<void> {
  await write(db, roster, owedBy(roster, roster.told ?? 0))
  await db.rosters.findAndChange(
    { _id: roster._id, events: _.size(roster.events.length) },
    { told: roster.events.length, toTell: false },
  )
}

async function remind(db: Database, roster: Roster, now: number): Promise<void> {
  const seated = seats(roster, now).parties.filter((party) => party.state === 'seated')
  await write(db, roster, remindersOf(roster, seated, now))
  await db.rosters.findAndChange({ _id: roster._id, startsAt: roster.startsAt }, { remindedFor: roster.startsAt })
}

async function invite(db: Database, roster: Roster, nth: number, now: number): Promise<void> {
  const said = new Set(nth === 0 ? [] : (await db.verdicts.get(roster._id))?.raters)
  const silent = (roster.present ?? []).filter((person) => !said.has(raterOf(roster._id, person)))
  await write(db, roster, invitesOf(silent, seats(roster, now).parties, nth, now))
  await db.rosters.findAndChange({ _id: roster._id }, { asked: nth + 1 })
}

const write = (db: Database, roster: Roster, owed: readonly Owed[]): Promise<void> =>
  deliver(
    db,
    owed.map((each) => entryOf(roster, each)),
  )

const entryOf = (roster: Roster, { to, kind, cause, party, at, reason, expiresAt }: Owed): ActivityMessage => ({
  _id: derivedId(22, roster._id, cause, party, kind),
  centre: roster.centre,
  to,
  kind,
  activity: roster._id,
  title: roster.title,
  startsAt: roster.startsAt,
  at,
  ...(reason !== undefined && { reason }),
  ...(expiresAt !== undefined && { expiresAt }),
  read: false,
  push: pushedBy[kind] ? 'due' : 'none',
})
