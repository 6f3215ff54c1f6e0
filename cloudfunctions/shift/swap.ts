import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import type { RosterEvent } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import type { Shift, Swap } from '../../src/domain/shift'
import { handOnInput, partyOnShiftInput, takeOverInput } from '../../src/domain/shift-input'
import { type Server, whyNotFit, whyNotFree } from '../../src/domain/shift-fit'
import { restOf } from '../../src/domain/shift-rest'
import type { MyShift, ShiftOutcome } from '../../src/domain/shift-page'
import type { Volunteer } from '../../src/domain/volunteer'
import { joinOf } from '../activity/seat'
import { grown } from '../runtime/birth'
import { _ } from '../runtime/database'
import { notify } from '../runtime/inbox'
import { type MemberCall, procedure } from '../runtime/procedure'
import { dutyOf, freeShift, keepShift } from './calendar'
import { hasSeat, leaveShift } from './leave'
import { serversOf } from './read'
import { outcomeAt, shiftOfId } from './seat'

/**
 * Offers one's seat to somebody by name, or to whoever comes; it stays one's own until it is taken. Where somebody
 * stands by, "whoever comes" is who is first in the line: then it is leaving, and they move up at once.
 */
export const handOn = procedure({
  needs: 'take-shift',
  input: handOnInput,
  run: async (call, { intent, shift: id, party, name }): Promise<MyShift | null> => {
    const { centre, db, member, now } = call
    const shift = await shiftOfId(db, id)
    if (shift.swaps.some((swap) => swap.id === intent)) return outcomeAt(shift, party, member, now)
    if (now >= shift.startsAt) throw new Refused({ reason: 'shift-begun' })
    const line = seats(shift, now).parties.some(({ state }) => state === 'waiting')
    if (name === null && (line || shift.events.some((event) => event.id === intent))) {
      await leaveShift(call, shift, party, intent)
      return null
    }
    if (!hasSeat(shift, party, member._id, now)) throw new Refused({ reason: 'shift-not-on' })
    const named = name === null ? null : await calledSo(call, name, shift)
    const swap: Swap = { id: intent, party, from: member._id, to: named, at: now }
    const offered = await db.shifts.findAndChange(
      {
        _id: id,
        state: 'open',
        startsAt: _.gt(now),
        'swaps.party': _.nin([party]),
        events: _.elemMatch({ id: party, kind: 'join', member: member._id }),
        'events.undoes': _.nin([party]),
      },
      { swaps: _.push([swap]) },
    )
    const after = offered ?? (await shiftOfId(db, id))
    if (!after.swaps.some((each) => each.party === party)) throw new Refused({ reason: 'shift-not-on' })
    await notify(
      db,
      centre._id,
      (named ?? []).map((each) => ({
        to: each,
        kind: 'shift-swap',
        noun: 'shift',
        about: id,
        title: shift.title,
        cause: intent,
        at: now,
        startsAt: shift.startsAt,
      })),
    )
    return outcomeAt(after, party, member, now)
  },
})

/** The most volunteers of one name who are asked. */
const mostNamed = 5

/** Active volunteers who are called so and may take this shift; refused where there is none, whatever the reason. */
async function calledSo({ db, member, now }: MemberCall, name: string, shift: Shift): Promise<string[]> {
  const people = await db.members.aggregate<Member>({ name, erasing: { $exists: false } }, [{ $limit: mostNamed }])
  const others = people.filter(({ _id }) => _id !== member._id)
  const volunteers = await db.volunteers.some<Volunteer>(others.map(({ _id }) => _id))
  const fit = volunteers.filter((volunteer) => {
    const person = others.find(({ _id }) => _id === volunteer._id)
    if (!person || shift.people.includes(volunteer._id)) return false
    const { band } = grown(person, now)
    return !whyNotFit(shift, volunteer, [{ id: volunteer._id, band }])
  })
  if (fit.length === 0) throw new Refused({ reason: 'swap-nobody' })
  return fit.map(({ _id }) => _id)
}

/** Keeps one's seat after all. */
export const keepSeat = procedure({
  needs: 'take-shift',
  input: partyOnShiftInput,
  run: async ({ db, member, now }, { shift: id, party }): Promise<MyShift> => {
    const kept = await db.shifts.findAndChange(
      { _id: id, swaps: _.elemMatch({ party, from: member._id }) },
      { swaps: _.pull({ party, from: member._id }) },
    )
    return outcomeAt(kept ?? (await shiftOfId(db, id)), party, member, now)
  },
})

/** How often the seat is taken over anew where the list changed in between. */
const attempts = 6

/**
 * Takes over a seat that somebody would hand on: first one's own time, then one atomic step that puts the new holder in
 * the place of the old one, past the line; nobody loses their turn by it, since no seat becomes free. Of several who
 * try at once one has it, and the others get their time back.
 */
export const takeOver = procedure({
  needs: 'take-shift',
  input: takeOverInput,
  run: async (call, { intent, shift: id, swap: swapId }): Promise<ShiftOutcome> => {
    const { centre, db, member, now, self } = call
    let shift = await shiftOfId(db, id)
    const [me] = serversOf(call, [self]) as [Server]
    if (joinOf(shift, intent)) return outcomeAt(shift, intent, member, now)
    const swap = await checkSwap(call, shift, swapId, me)
    const whyNot = await keepShift(db, member, dutyOf(shift, intent, [self]), [me], restOf(centre))
    if (whyNot) throw new Refused(whyNot)
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const taken = await exchange(call, shift, swap, intent)
      if (taken) {
        await freeShift(db, swap.from, swap.party)
        await notify(db, centre._id, [
          {
            to: swap.from,
            kind: 'shift-swapped',
            noun: 'shift',
            about: id,
            title: shift.title,
            cause: swap.id,
            at: now,
            startsAt: shift.startsAt,
          },
        ])
        return outcomeAt(taken, intent, member, now)
      }
      shift = await shiftOfId(db, id)
      if (joinOf(shift, intent)) return outcomeAt(shift, intent, member, now)
      if (!shift.swaps.some((each) => each.id === swapId) || shift.people.includes(self)) break
    }
    await freeShift(db, self, intent)
    throw new Refused({ reason: 'swap-gone' })
  },
})

async function checkSwap({ centre, db, member, now }: MemberCall, shift: Shift, id: string, me: Server): Promise<Swap> {
  const swap = shift.swaps.find((each) => each.id === id)
  if (shift.state === 'cancelled') throw new Refused({ reason: 'shift-cancelled' })
  if (now >= shift.startsAt) throw new Refused({ reason: 'shift-begun' })
  if (!swap) throw new Refused({ reason: 'swap-gone' })
  if (swap.to && !swap.to.includes(member._id)) throw new Refused({ reason: 'swap-not-for-you' })
  if (shift.people.includes(member._id)) throw new Refused({ reason: 'shift-already' })
  const volunteer = await db.volunteers.get(member._id)
  if (!volunteer) throw new Refused({ reason: 'not-volunteer' })
  const whyNot = whyNotFit(shift, volunteer, [me]) ?? whyNotFree(shift, [me], member.calendar, restOf(centre))
  if (whyNot) throw new Refused(whyNot)
  return swap
}

/**
 * The old holder out and the new one in, as one change of the log: the new party joins, is seated, and the old one
 * leaves, so that the seats never stand free. It holds only for the log that was read, in which the old one still sits.
 */
async function exchange(
  { db, member, now }: MemberCall,
  shift: Shift,
  swap: Swap,
  intent: string,
): Promise<Shift | null> {
  const old = joinOf(shift, swap.party)
  if (!old || !hasSeat(shift, swap.party, swap.from, now)) return null
  const by = swap.from
  const events: RosterEvent[] = [
    { id: intent, at: now, kind: 'join', member: member._id, people: [member._id], first: true },
    { id: `${intent}.swap`, at: now, kind: 'move', party: intent, to: 'seat', by, reason: 'swap' },
    { id: `${intent}.gone`, at: now, kind: 'leave', undoes: swap.party },
  ]
  return db.shifts.findAndChange(
    {
      _id: shift._id,
      state: 'open',
      startsAt: _.gt(now),
      'swaps.id': swap.id,
      people: _.nin([member._id]),
      'events.id': _.nin([intent]),
      events: _.size(shift.events.length),
    },
    {
      people: [...shift.people.filter((person) => !old.people.includes(person)), member._id],
      room: _.inc(old.people.length - 1),
      swaps: _.pull({ id: swap.id }),
      events: _.push(events),
    },
  )
}
