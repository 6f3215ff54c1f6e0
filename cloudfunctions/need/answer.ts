import { workdaysLater } from '../../src/domain/day'
import { type Need, type NeedEvent, needIntent, solveInput } from '../../src/domain/need'
import { answered, needRules } from '../../src/domain/need-rules'
import { Refused } from '../../src/domain/refusal'
import { _, type Change, type Database } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { ownNeed } from './load'

/** One step on a need that is open still, once by its id; nothing where it was not. */
export const step = (db: Database, id: string, event: NeedEvent, change: Change<Need>): Promise<Need | null> =>
  db.needs.findAndChange(
    { _id: id, state: 'open', 'events.id': _.nin([event.id]) },
    { ...change, toTell: true, events: _.push([event]) },
  )

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
    const change: Change<Need> = solved
      ? { ...answered(need, now), state: 'solved', escalatesAt: null }
      : { helper: null, answeredAt: null, inTime: null, dueAt, escalatesAt: dueAt }
    if (await step(db, id, event, change)) return null
    if (isDone(await ownNeed(call, id), intent)) return null
    throw new Refused({ reason: 'need-closed' })
  },
})

/** Its author does not need it any more. Withdrawn twice it is withdrawn once. */
export const withdraw = procedure({
  needs: 'post-need',
  input: needIntent,
  run: async (call, { intent, need: id }): Promise<null> => {
    const { db, now } = call
    const need = await ownNeed(call, id)
    if (isDone(need, intent) || need.state === 'withdrawn') return null
    const event: NeedEvent = { id: intent, at: now, kind: 'withdraw' }
    if (await step(db, id, event, { state: 'withdrawn', escalatesAt: null })) return null
    if ((await ownNeed(call, id)).state === 'withdrawn') return null
    throw new Refused({ reason: 'need-closed' })
  },
})
