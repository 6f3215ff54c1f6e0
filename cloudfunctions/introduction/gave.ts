import { gaveInput, type IntroductionEvent, mostHelp } from '../../src/domain/introduction'
import { Refused } from '../../src/domain/refusal'
import { _ } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { ownIntroduction } from './load'

/**
 * Who helped says how long it took, once, within what can have been. It goes onto the record of hours with the next
 * sweep, and counts by the word of whoever was helped, or, no more than is usual, by
 * their silence.
 */
export const gave = procedure({
  needs: 'post-need',
  input: gaveInput,
  run: async (call, { intent, introduction: id, minutes }): Promise<null> => {
    const { db, now } = call
    const { row, side } = await ownIntroduction(call, id)
    if (row.events.some((event) => event.id === intent)) return null
    if (side !== 'helper' || row.state !== 'done' || row.gave) throw new Refused({ reason: 'introduction-moved-on' })
    const most = mostHelp(row, now)
    if (minutes > most) throw new Refused({ reason: 'help-longer', most })
    const event: IntroductionEvent = { id: intent, at: now, kind: 'gave', by: 'helper', minutes }
    const said = await db.introductions.findAndChange(
      { _id: id, state: 'done', helper: call.self, gave: _.neq(true), 'events.id': _.nin([intent]) },
      { gave: true, countDue: true, events: _.push([event]) },
    )
    if (said) return null
    const after = await db.introductions.get(id)
    if (after?.events.some((each) => each.id === intent)) return null
    throw new Refused({ reason: 'introduction-moved-on' })
  },
})
