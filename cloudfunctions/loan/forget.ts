import { lendingOf } from '../../src/domain/loan'
import type { LoanEvent, Thing } from '../../src/domain/thing'
import { Refused } from '../../src/domain/refusal'
import { derivedId } from '../runtime/caller'
import { _, type Database } from '../runtime/database'
import { renamed } from '../runtime/renamed'
import { log, thingOf } from './thing'

/** How often a log is taken up anew where it grew meanwhile. */
const attempts = 8

/**
 * Takes a member out of everything that they borrowed: what was only asked for is given up by the ordinary way, so that
 * others move up; what they have stays out, and their past stays as somebody's whom nobody can name. What staff wrote
 * down when it came back may say who it was, and goes. Of who lent at the desk, that somebody did stays.
 */
export async function forgetLoans(db: Database, self: string, nobody: string, now: number): Promise<void> {
  for (const named of ['events.member', 'events.by']) {
    const things = await db.things.aggregate<Pick<Thing, '_id'>>({ [named]: self }, [
      { $project: { _id: 1 } },
      { $limit: 1000 },
    ])
    for (const { _id } of things) {
      await giveUp(db, _id, self, now)
      await unname(db, _id, self, nobody)
    }
  }
}

async function giveUp(db: Database, id: string, self: string, now: number): Promise<void> {
  const asked = ['kept', 'waiting', 'offered', 'lapsed']
  for (const loan of lendingOf(await thingOf(db, id), now).loans) {
    if (loan.member !== self || !asked.includes(loan.state)) continue
    const event: LoanEvent = { id: derivedId(20, 'erased', loan.id), at: now, kind: 'cancel', undoes: loan.id }
    await log(
      db,
      id,
      [event],
      { 'events.undoes': _.nin([loan.id]), events: _.not(_.elemMatch({ kind: 'hand-out', loan: loan.id })) },
      { left: _.inc(1), people: _.pull(loan.person) },
    )
  }
}

async function unname(db: Database, id: string, self: string, nobody: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const thing = await thingOf(db, id)
    const { people, events } = renamed({ people: thing.people, events: wordless(thing, self) }, self, nobody)
    const changed = await db.things.findAndChange({ _id: id, events: _.size(thing.events.length) }, { people, events })
    if (changed) return
  }
  throw new Refused({ reason: 'server-busy' })
}

/** The log without what staff wrote about this member's loans. */
function wordless({ events }: Thing, self: string): LoanEvent[] {
  const theirs = new Set(
    events.flatMap((event) => (event.kind === 'borrow' && event.member === self ? [event.id] : [])),
  )
  return events.map((event) => {
    if (event.kind === 'return' && theirs.has(event.undoes)) return { ...event, note: null }
    return event.kind === 'lost' && theirs.has(event.undoes) ? { ...event, note: '' } : event
  })
}
