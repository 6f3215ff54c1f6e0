import { noInput } from '../../src/domain/input'
import {
  askedWith,
  grantedInput,
  type Inbox,
  inboxInput,
  type InboxEntry,
  type Message,
  readInput,
  type Template,
} from '../../src/domain/message'
import { _, type Database } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { askingFor } from '../runtime/templates'
import { seal } from '../runtime/secret'

const page = 20

/** What its reader sees of an entry. */
function entryOf(message: Message): InboxEntry {
  const { _id: id, at, title, reason, expiresAt, read } = message
  const shown = {
    id,
    at,
    title,
    read,
    ...(reason !== undefined && { reason }),
    ...(expiresAt !== undefined && { expiresAt }),
  }
  if ('activity' in message) {
    const { kind, activity, startsAt } = message
    return { ...shown, kind, activity, startsAt }
  }
  const { kind, noun, about, startsAt, minutes } = message
  return {
    ...shown,
    kind,
    noun,
    about,
    ...(startsAt !== undefined && { startsAt }),
    ...(minutes !== undefined && { minutes }),
  }
}

/** My inbox, the latest first, a page at a time, and how many I have not seen. */
const inbox = procedure({
  needs: 'see-own-record',
  input: inboxInput,
  run: async ({ db, self, member }, { before }): Promise<Inbox> => {
    const [entries, count] = await Promise.all([
      db.messages.aggregate<Message>({ to: self, ...(before !== null && after(before)) }, [
        { $sort: { at: -1, _id: 1 } },
        { $limit: page + 1 },
      ]),
      unreadOf(db, self),
    ])
    const shown = entries.slice(0, page)
    const last = shown.at(-1)
    const next = entries.length > page && last ? { at: last.at, id: last._id } : null
    return {
      entries: shown.map(entryOf),
      next,
      unread: count,
      grants: member.grants ?? {},
      asks: askingFor(askedWith.waiting),
    }
  },
})

/** What comes later in the order of the inbox than an entry. */
const after = ({ at, id }: { at: number; id: string }) => ({
  at: { $lte: at },
  $or: [{ at: { $lt: at } }, { _id: { $gt: id } }],
})

async function unreadOf(db: Database, self: string): Promise<number> {
  const unseen = [{ $match: { read: false } }, { $count: 'count' }]
  const [found] = await db.messages.aggregate<{ count: number }>({ to: self }, unseen)
  return found?.count ?? 0
}

/** How many entries I have not seen. */
const unread = procedure({
  needs: 'see-own-record',
  input: noInput,
  run: ({ db, self }) => unreadOf(db, self),
})

/** I have seen everything up to a moment. */
const read = procedure({
  needs: 'see-own-record',
  input: readInput,
  run: async ({ db, self }, { until }): Promise<null> => {
    await db.messages.change({ to: self, at: _.lte(until), read: false }, { read: true })
    return null
  },
})

/** How many intents are remembered; a replay comes within minutes. */
const remembered = 20

/** I agreed to be sent so many messages: counted once an asking. Where to send is sealed, and told to nobody. */
const granted = procedure({
  needs: 'member',
  input: grantedInput,
  run: async ({ db, self, openid }, { intent, templates }): Promise<null> => {
    if (openid === null) return null
    const more = Object.fromEntries([...new Set<Template>(templates)].map((each) => [`grants.${each}`, _.inc(1)]))
    await db.members.findAndChange(
      { _id: self, grantIntents: _.nin([intent]) },
      {
        ...more,
        grantIntents: _.push({ each: [intent], slice: -remembered }),
        openid: seal('openid', self, openid),
      },
    )
    return null
  },
})

export const procedures = { inbox, unread, read, granted }
