import { type Group, groupOf } from '../../src/domain/group'
import { Refused } from '../../src/domain/refusal'
import { derivedId } from '../runtime/caller'
import { _, type Database } from '../runtime/database'
import { renamed } from '../runtime/renamed'
import { attempts, groupAt, ledByNobody, takeOff } from './group'

/**
 * Takes a member out of every group: their places are the next ones' by the ordinary way, what they led is led by
 * nobody, and what they did stays as somebody's whom nobody can name.
 */
export async function forgetGroups(db: Database, self: string, nobody: string, now: number): Promise<void> {
  const theirs = { $or: [{ 'events.member': self }, { 'events.by': self }, { leader: self }] }
  const found = await db.groups.aggregate<Pick<Group, '_id'>>(theirs, [{ $project: { _id: 1 } }, { $limit: 1000 }])
  for (const { _id } of found) {
    const group = await groupAt(db, _id)
    for (const { id, member } of groupOf(group))
      if (member === self) await takeOff(db, group, id, { id: derivedId(20, 'erased', id), at: now })
    await unname(db, _id, self, nobody)
  }
}

async function unname(db: Database, id: string, self: string, nobody: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const group = await groupAt(db, id)
    const led = group.leader === self
    const { events, people } = renamed({ events: group.events, people: group.people }, self, nobody)
    const changed = await db.groups.findAndChange(
      { _id: id, events: _.size(group.events.length), version: group.version },
      { events, people, ...(led && { leader: null, leads: ledByNobody, version: _.inc(1) }) },
    )
    if (changed) return
  }
  throw new Refused({ reason: 'server-busy' })
}
