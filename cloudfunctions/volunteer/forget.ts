import { Refused } from '../../src/domain/refusal'
import type { Volunteer } from '../../src/domain/volunteer'
import { _, type Database } from '../runtime/database'
import { renamed } from '../runtime/renamed'
import { removeFile } from '../runtime/storage'

/** Takes the pictures of someone's certificates away, before what is kept of them goes. */
export async function forgetDocuments(db: Database, id: string): Promise<void> {
  const volunteer = await db.volunteers.get(id)
  for (const { file } of volunteer?.qualifications ?? []) if (file) await removeFile(file)
}

/** Volunteers that are gone through at a time, and how often one is taken up anew where its log grew meanwhile. */
const page = 40
const attempts = 8

/** Takes one of the staff out of what they decided about others: it stays, as nobody's. */
export async function forgetDecisions(db: Database, self: string, nobody: string): Promise<void> {
  const decided = () =>
    db.volunteers.aggregate<Volunteer>({ 'events.by': self, _id: { $ne: self } }, [{ $limit: page }])
  for (let found = await decided(); found.length > 0; found = await decided())
    for (const { _id } of found) await unname(db, _id, self, nobody)
}

async function unname(db: Database, id: string, self: string, nobody: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const volunteer = await db.volunteers.get(id)
    if (!volunteer) return
    const { events, qualifications } = volunteer
    const changed = await db.volunteers.findAndChange(
      { _id: id, events: _.size(events.length) },
      renamed({ events, qualifications }, self, nobody),
    )
    if (changed) return
  }
  throw new Refused({ reason: 'server-busy' })
}
