import { workdaysLater } from '../../src/domain/day'
import { type Need, type NeedEvent, needIntent, solveInput } from '../../src/domain/need'
import { answered, needRules } from '../../src/domain/need-rules'
import { Refused } from '../../src/domain/refusal'
import { _, type Change, type Database, type Filter } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { missing } from './gathered'
import { ownNeed } from './load'

/** One step on a need that is open still, once by its id; nothing where it was not. `only`: what else must hold. */
export const step = (
  db: Database,
  id: string,
  event: NeedEvent | NeedEvent[],
  change: Change<Need>,
  only: Filter<Need> = {},
): Promise<Need | null> => {
  const events = [event].flat()
  return db.needs.findAndChange(
    { _id: id, state: 'open', 'events.id': _.nin(events.map((each) => each.id)), ...only },
    { ...change, toTell: true, events: _.push(events) },
  )
}

/** Whether others want it too: in the filter, so that who comes in the same moment is not left behind. */
const alone = { 'households.1': _.exists(false) }
const shared = { 'households.1': _.exists(true) }

/** Whether this intent has been at work on the need already. */
export const isDone = (need: Need, intent: string): boolean => need.events.some(({ id }) => id === intent)

/**
 * Its author says whether it is solved. Not solved, it is a promise again: it goes back to the staff, who have a working
 * day; whether it was answered in time is still measured by the first date.
 */
export const solve = procedure({
  needs: 'post-need',
  input: solveInput,
  run: async (call, { intent, need: id, solved }): Promise<null> => {
    const { db, now } = call
    const need = await ownNeed(call, id)
    if (isDone(need, intent)) return null
    const event: NeedEvent = { id: intent, at: now, kind: 'solve', solved, by: 'author' }
    const dueAt = workdaysLater(now, needRules.soonDays)
    const again = { helper: null, answeredAt: null, inTime: null, dueAt, escalatesAt: dueAt }
    const done = answered(need, now)
    const stepped = solved
      ? ((await step(db, id, event, { ...done, state: 'solved', escalatesAt: null }, alone)) ??
        // Others want it still: for them it goes on.
        (await step(db, id, event, { ...done, helper: null }, shared)))
      : await step(db, id, event, again)
    if (stepped) return null
    if (isDone(await ownNeed(call, id), intent)) return null
    throw new Refused({ reason: 'need-closed' })
  },
})

/**
 * Its author does not need it any more. What others want too goes on without its author. Withdrawn twice it is withdrawn
 * once.
 */
export const withdraw = procedure({
  needs: 'post-need',
  input: needIntent,
  run: async (call, { intent, need: id }): Promise<null> => {
    const { db, now, self } = call
    const known = await db.needs.get(id)
    // Asked again, it may be nobody's already.
    if (known && isDone(known, intent)) return null
    const need = await ownNeed(call, id)
    if (isDone(need, intent) || need.state === 'withdrawn') return null
    const event: NeedEvent = { id: intent, at: now, kind: 'withdraw' }
    if (await step(db, id, event, { state: 'withdrawn', escalatesAt: null }, alone)) return null
    const own = need.events.find((each) => each.kind === 'want' && each.member === self)
    const left: NeedEvent[] = own ? [event, { id: `${intent}.own`, at: now, kind: 'unwant', undoes: own.id }] : [event]
    const without = {
      author: null,
      shownAs: null,
      building: null,
      households: _.pull(self),
      members: _.pull(self),
      ...missing(need, 1),
    }
    if (await step(db, id, left, without, shared)) return null
    const after = await db.needs.get(id)
    if (after && (isDone(after, intent) || after.state === 'withdrawn')) return null
    throw new Refused({ reason: 'need-closed' })
  },
})
