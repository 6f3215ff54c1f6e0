import { type ActivityMessage, pushedBy, type Template } from '../../src/domain/message'
import type { Member } from '../../src/domain/member'
import { latestChange, worthPushing } from '../../src/domain/push'
import { _, type Database } from '../runtime/database'
import { unseal } from '../runtime/secret'
import { templateIds } from '../runtime/templates'
import { wechat, WechatError } from '../runtime/wechat'
import { fieldsOf } from './fields'

/** The most that one sweep pushes. */
const most = 60

/** Pushes what is due through WeChat: each is claimed first, so it is sent at most once, whatever happens after. */
export async function pushDue(db: Database, now: number): Promise<void> {
  const due = await db.messages.aggregate<ActivityMessage>({ push: 'due' }, [{ $sort: { at: 1 } }, { $limit: most }])
  for (const message of due) {
    const claimed = await db.messages.findAndChange({ _id: message._id, push: 'due' }, { push: 'claimed' })
    if (claimed) await settle(db, message, await push(db, message, now))
  }
}

const settle = (db: Database, { _id }: ActivityMessage, push: ActivityMessage['push']) =>
  db.messages.findAndChange({ _id }, { push })

/** Sends one message, if it is still true and still wanted. A message costs one of what its reader agreed to. */
async function push(db: Database, message: ActivityMessage, now: number): Promise<ActivityMessage['push']> {
  const template = pushedBy[message.kind]
  const templateId = template && templateIds()[template]
  if (!template || !templateId) return 'none'
  const roster = await db.rosters.get(message.activity)
  if (!roster || !worthPushing(message, roster, now)) return 'none'
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
      // When it is now, not when it was when this was told.
      data: fieldsOf(
        template,
        { ...message, startsAt: roster.startsAt },
        activity?.place.name ?? '',
        latestChange(roster),
      ),
    })
    return 'sent'
  } catch (error) {
    await settleGrant(db, paid, template, error)
    return 'failed'
  }
}

/** WeChat's number for "this person does not take it": refused in its settings, or nothing is left of what was agreed. */
const refusedByReader = 43101

/**
 * After a push that failed, so that the inbox tells the truth about what is left. WeChat is the one who counts: where
 * it says that its reader takes no more, nothing is left here, unless they agreed anew meanwhile. Where it said "no" for
 * another reason nothing was spent. Where it said nothing the push may have gone out: that one is spent.
 */
async function settleGrant(db: Database, paid: Member, template: Template, error: unknown): Promise<void> {
  if (!(error instanceof WechatError)) return
  console.error(JSON.stringify({ pushFailed: template, errcode: error.errcode }))
  const left = `grants.${template}`
  if (error.errcode !== refusedByReader) await db.members.findAndChange({ _id: paid._id }, { [left]: _.inc(1) })
  else await db.members.findAndChange({ _id: paid._id, [left]: paid.grants?.[template] ?? 0 }, { [left]: 0 })
}
