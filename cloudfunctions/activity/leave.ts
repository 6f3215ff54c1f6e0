import { leaveInput, type SeatGlance, type SignUpOutcome, takeInput } from '../../src/domain/activity'
import { Refused } from '../../src/domain/refusal'
import type { Roster, RosterEvent } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import { glanceOf } from '../../src/domain/sign-up'
import { procedure } from '../runtime/procedure'
import { freeTime } from './calendar'
import { bar, takeUp } from './roster-log'
import { joinOf, outcomeAt, rosterOf, takeOff, toldAt, undoOf } from './seat'

/**
 * Leaves, or declines an offer: names the sign-up that it undoes. Asked twice it is done once; asked before the sign-up
 * has arrived, it keeps the sign-up from ever counting.
 */
export const leave = procedure({
  needs: 'cancel-signup',
  input: leaveInput,
  roster: (input) => input.activity,
  run: async ({ db, member, now, roster: guard }, { intent, activity, party }): Promise<SeatGlance> => {
    if (!guard) throw new Refused({ reason: 'not-found' })
    const event: RosterEvent & { kind: 'leave' } = { id: intent, at: now, kind: 'leave', undoes: party }
    const mine = member.calendar.find((entry) => entry.party === party && entry.roster === activity)
    if (mine && now < guard.startsAt) {
      const join = { id: party, at: 0, kind: 'join', member: member._id, people: mine.people, first: false } as const
      const left = await takeOff(db, activity, join, event)
      if (left) {
        await freeTime(db, member._id, [party])
        return glanceAt(left, now)
      }
    }
    const roster = await rosterOf(db, activity)
    const join = joinOf(roster, party)
    if (join && join.member !== member._id) throw new Refused({ reason: 'not-in-activity' })
    if (!undoOf(roster, party)) {
      if (now >= roster.startsAt) throw new Refused({ reason: 'already-started' })
      const left = join
        ? await takeOff(db, activity, join, event)
        : await bar(db.rosters, roster, member._id, event, { reason: 'not-in-activity' })
      if (!left) throw new Refused({ reason: 'server-busy' })
    }
    await freeTime(db, member._id, [party])
    return glanceAt(roster, now)
  },
})

const glanceAt = (roster: Roster, now: number): SeatGlance => glanceOf(roster, seats(roster, now))

/** Takes the seat that was offered; or, where the offer has lapsed, asks to be in the line again. */
export const take = procedure({
  needs: 'sign-up',
  input: takeInput,
  run: async ({ db, member, now }, { intent, activity, party }): Promise<SignUpOutcome> => {
    const taken = await takeUp(db.rosters, activity, member._id, { id: intent, at: now, kind: 'take', party })
    if (taken) return outcomeAt(taken, party, member, now)
    const roster = await toldAt(db, await rosterOf(db, activity), now, member._id)
    if (roster.state === 'cancelled') throw new Refused({ reason: 'activity-cancelled' })
    if (now >= roster.startsAt) throw new Refused({ reason: 'already-started' })
    return outcomeAt(roster, party, member, now)
  },
})
