import type { Member } from '../../src/domain/member'
import type { Message, NoticeMessage } from '../../src/domain/message'
import type { Notice } from '../../src/domain/notice'
import { derivedId } from './caller'
import type { Database } from './database'

/** So many entries are written beside each other. */
const together = 20

/**
 * Puts entries into inboxes, each once by its id, and only into those of members who are there still: whoever has
 * deleted their account gets none, and whose record staff keep has no inbox.
 */
export async function deliver(db: Database, entries: readonly Message[]): Promise<void> {
  if (entries.length === 0) return
  const ids = [...new Set(entries.map(({ to }) => to))]
  const found = await db.members.some<Pick<Member, '_id' | 'erasing' | 'keptBy'>>(ids, ['erasing', 'keptBy'])
  const there = new Set(found.filter((each) => each.erasing === undefined && !each.keptBy).map(({ _id }) => _id))
  const wanted = entries.filter(({ to }) => there.has(to))
  for (let from = 0; from < wanted.length; from += together)
    await Promise.all(wanted.slice(from, from + together).map((entry) => db.messages.insert(entry)))
}

/**
 * Tells members what became of a thing of the centre that is no activity. The same notice told again is the same
 * entry, so it may be told after every step that leads to it, and once more by a sweep.
 */
export const notify = (db: Database, centre: string, notices: readonly Notice[]): Promise<void> =>
  deliver(
    db,
    notices.map((notice) => messageOf(centre, notice)),
  )

const messageOf = (centre: string, { cause, ...told }: Notice): NoticeMessage => ({
  _id: derivedId(22, told.noun, told.about, told.to, cause, told.kind),
  centre,
  ...told,
  read: false,
  push: 'none',
})
