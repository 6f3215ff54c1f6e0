import { day } from '../../src/domain/day'
import { type Message, pushedBy } from '../../src/domain/message'
import type { Member } from '../../src/domain/member'
import { _, type Database } from '../runtime/database'
import { unseal } from '../runtime/secret'
import { templateIds } from '../runtime/templates'
import { wechat } from '../runtime/wechat'
import { fieldsOf } from './fields'

/** The most that one sweep pushes. */
const most = 60

/** What is pushed later than this is no news any more. */
const fresh = day

/** Pushes what is due through WeChat: each is claimed first, so it is sent at most once, whatever happens after. */
export async function pushDue(db: Database, now: number): Promise<void> {
  const due = await db.messages.aggregate<Message>({ push: 'due' }, [{ $sort: { at: 1 } }, { $limit: most }])
  for (const message of due) {
    const claimed = await db.messages.findAndChange({ _id: message._id, push: 'due' }, { push: 'claimed' })
    if (claimed) await settle(db, message, await push(db, message, now))
  }
}

const settle = (db: Database, { _id }: Message, push: Message['push']) => db.messages.findAndChange({ _id }, { push })

/** Sends one message, if it is still true and still wanted. A message costs one of what its reader agreed to. */
async function push(db: Database, message: Message, now: number): Promise<Message['push']> {
  const template = pushedBy[message.kind]
  const templateId = template && templateIds()[template]
  if (!templateId || now - message.at > fresh || !(await stillTrue(db, message))) return 'none'
  const paid: Member | null = await db.members.findAndChange(
    { _id: message.to, openid: _.exists(true), [`grants.${template}`]: _.gt(0) },
    { [`grants.${template}`]: _.inc(-1) },
  )
  if (!paid?.openid) return 'none'
  const activity = await db.activities.get(message.activity)
  try {
    await wechat('subscribeMessage.send', {
      touser: unseal('openid', message.to, paid.openid),
      templateId,
      page: `pages/activity/index?c=${message.centre}&id=${message.activity}`,
      data: fieldsOf(template, message, activity?.place.name ?? ''),
    })
    return 'sent'
  } catch {
    return 'failed'
  }
}

/** Whoever left meanwhile is told no more of a seat; that it was cancelled or moved is told to all who were on it. */
async function stillTrue(db: Database, message: Message): Promise<boolean> {
  const roster = await db.rosters.get(message.activity)
  if (!roster) return false
  const mine = new Set(
    roster.events.flatMap((event) => (event.kind === 'join' && event.member === message.to ? event.people : [])),
  )
  const on = roster.people.some((person) => mine.has(person))
  if (message.kind === 'cancelled') return on
  if (message.kind === 'offered' && (message.expiresAt ?? 0) <= message.at) return false
  return on && roster.state === 'open'
}
