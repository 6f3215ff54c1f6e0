import type { Service } from '../../src/domain/hours'
import type { LedgerEntry } from '../../src/domain/ledger'
import { _, type Database } from '../runtime/database'
import { renamed } from '../runtime/renamed'

/** So many are gone through at a time. */
const page = 200

/**
 * Takes a member out of what they served and were served: the minutes stay, in the log and in the ledger, as somebody's
 * whom nobody can name, so that every sum stays what it was. What was written in their own words, or about them, goes.
 */
export async function forgetHours(db: Database, self: string, nobody: string): Promise<void> {
  const named = { $or: [{ person: self }, { served: self }, { 'events.by': self }] }
  for (let left = await namedIn(db, named); left.length > 0; left = await namedIn(db, named))
    for (const service of left) await unname(db, service, self, nobody)
  const accounts = [`serving:${self}`, `served:${self}`]
  const inLedger = () => db.ledger.aggregate<LedgerEntry>({ 'lines.account': { $in: accounts } }, [{ $limit: page }])
  for (let left = await inLedger(); left.length > 0; left = await inLedger())
    for (const { _id, lines } of left)
      await db.ledger.change(
        { _id },
        { lines: lines.map((line) => ({ ...line, account: line.account.replace(self, nobody) })) },
      )
}

const namedIn = (db: Database, named: Record<string, unknown>): Promise<Service[]> =>
  db.services.aggregate<Service>(named, [{ $limit: page }])

/** A log that grew meanwhile is taken up with the next page. */
async function unname(db: Database, service: Service, self: string, nobody: string): Promise<void> {
  const { person, served, events } = renamed(
    {
      person: service.person,
      served: service.served,
      events: service.person === self ? wordless(service) : service.events,
    },
    self,
    nobody,
  )
  await db.services.findAndChange(
    { _id: service._id, events: _.size(service.events.length) },
    // Whoever is still there is there no more: nothing is promised to them from now on.
    { person, served, events },
  )
}

const wordless = ({ events }: Service): Service['events'] =>
  events.map((event) => ('reason' in event ? { ...event, reason: '' } : event))
