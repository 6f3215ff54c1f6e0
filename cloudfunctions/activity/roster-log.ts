import { type Refusal, Refused } from '../../src/domain/refusal'
import type { Roster, RosterEvent } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import { _ } from '../runtime/database'

/** Where rosters are kept: those of activities, or the shifts, which are rosters as well. */
interface Logs<Log extends Roster> {
  findAndChange(filter: Record<string, unknown>, change: Record<string, unknown>): Promise<Log | null>
}

/** A phone that lost its way may undo a few sign-ups before they arrive; a log is not to be filled with them. */
const mostBars = 20

/** Writes down an undo whose sign-up has not arrived, so that it never counts; refused where there are many already. */
export async function bar<Log extends Roster>(
  logs: Logs<Log>,
  { _id, events }: Log,
  member: string,
  event: RosterEvent & { kind: 'leave' },
  tooMany: Refusal,
): Promise<Log | null> {
  const bars = events.filter((each) => each.kind === 'leave' && each.by === member)
  if (bars.length >= mostBars) throw new Refused(tooMany)
  return logs.findAndChange(
    { _id, 'events.id': _.nin([event.id, event.undoes]) },
    { events: _.push([{ ...event, by: member }]) },
  )
}

/** Takes a seat that was offered, or asks to be in the line again: one's own party's, before it begins, once. */
export const takeUp = <Log extends Roster>(
  logs: Logs<Log>,
  id: string,
  member: string,
  event: RosterEvent & { kind: 'take' },
): Promise<Log | null> =>
  logs.findAndChange(
    {
      _id: id,
      state: 'open',
      startsAt: _.gt(event.at),
      events: _.elemMatch({ id: event.party, kind: 'join', member }),
      'events.id': _.nin([event.id]),
      'events.undoes': _.nin([event.party]),
    },
    { events: _.push([event]) },
  )

/**
 * Writes down what time alone has changed, before anyone is told of it, so that no event that comes later from a slower
 * clock can take it back; nothing where there is nothing to write, or it was written meanwhile.
 */
export async function tickAt<Log extends Roster>(
  logs: Logs<Log>,
  log: Log,
  now: number,
  by: string,
): Promise<Log | null> {
  if (!seats(log, now).untold) return log
  const tick: RosterEvent = { id: `tick-${now}-${by}`, at: now, kind: 'tick' }
  return logs.findAndChange({ _id: log._id, 'events.id': _.nin([tick.id]) }, { events: _.push([tick]) })
}
