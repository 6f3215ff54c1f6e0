import { bookingsOf, type Join, type SlotDay, whyNotBook } from '../../src/domain/booking'
import { bookInput, cancelBookingInput, type OwnBooking } from '../../src/domain/booking-page'
import { day, minute, startOfDay } from '../../src/domain/day'
import type { Engagement } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import { clashes } from '../../src/domain/sign-up'
import { daysAhead, isOpenOn, startOf, type Timetable } from '../../src/domain/timetable'
import { freeTime, hasTime, keepTime } from '../activity/calendar'
import { checkOwnPerson } from '../member/person'
import { checkText } from '../runtime/content'
import { type MemberCall, procedure } from '../runtime/procedure'
import { ownView } from './own'
import { bookingIn, emptyDay, engagementOf, firstBooked, push, takeOff, wasDone } from './slot-day'

/** Activities in one room on one day: a few. */
const mostHeld = 20

type Held = Pick<Engagement, 'startsAt' | 'endsAt'>

/**
 * Books slots in a row for one of one's own people: one atomic step on the day, then their time in the calendar. Where
 * that is taken the booking goes off again, as if it had not come.
 */
export const book = procedure({
  needs: 'book-room',
  input: bookInput,
  beside: (input) => [
    { from: 'timetables', match: { _id: input.timetable }, limit: 1 },
    { from: 'slotDays', match: { timetable: input.timetable, day: input.day }, limit: 1 },
    {
      from: 'activities',
      match: {
        startsAt: { $gte: input.day - day, $lt: input.day + day },
        endsAt: { $gt: input.day },
        'place.id': input.timetable,
        state: 'open',
      },
      limit: mostHeld,
    },
  ],
  run: async (call, input): Promise<OwnBooking> => {
    const { db, member, now, beside } = call
    const { intent, day: at, person, purpose } = input
    checkOwnPerson(member, person, 'book-room')
    const [[timetable], [found = null], held] = beside as [Timetable[], SlotDay[], Held[]]
    if (!timetable) throw new Refused({ reason: 'not-found' })
    if (found && wasDone(found, intent)) return replay(call, found, intent)
    checkDay(timetable, at, now)
    const slots = [...new Set(input.slots)].sort((a, b) => a - b)
    const asked = { member: member._id, person, slots, people: input.people }
    const refuse = (found: SlotDay | null) => whyNotBook(timetable, { at, found, held }, asked, now)
    const whyNot = refuse(found) ?? whyNotThen(call, found ?? emptyDay(timetable, at), slots, person)
    if (whyNot) throw new Refused(whyNot)
    if (timetable.kind === 'room' && purpose === null) throw new Refused({ reason: 'booking-purpose' })
    const join: Join = {
      id: intent,
      at: now,
      kind: 'join',
      member: member._id,
      person,
      slots,
      approval: timetable.approval,
      people: input.people,
      purpose: timetable.kind === 'room' ? purpose : null,
      shown: await mayShow(call, timetable, purpose),
    }
    const empty = emptyDay(timetable, at)
    if (!found && (await db.slotDays.insert(firstBooked(empty, join))) === 'inserted')
      return settle(call, firstBooked(empty, join), join)
    const booked = await push(db, empty._id, join)
    if (booked) return settle(call, booked, join)
    const current = await db.slotDays.get(empty._id)
    if (current && wasDone(current, intent)) return replay(call, current, intent)
    throw new Refused(refuse(current) ?? { reason: 'server-busy' })
  },
})

/** A day on which it is open, of those ahead. */
function checkDay(timetable: Timetable, at: number, now: number): void {
  const today = startOfDay(now)
  if (at < today) throw new Refused({ reason: 'slot-past' })
  if (at >= today + daysAhead * day || !isOpenOn(timetable, at)) throw new Refused({ reason: 'slot-closed' })
}

/** Whether neighbours may read what it is booked for; nothing of what is private. */
async function mayShow({ openid }: MemberCall, timetable: Timetable, purpose: string | null): Promise<boolean> {
  if (purpose === null || timetable.kind !== 'room') return false
  const check = await checkText(purpose, openid, 'forum')
  if (check === 'reject') throw new Refused({ reason: 'content-blocked' })
  return check === 'pass' && !timetable.private
}

const timeOf = (found: SlotDay, slots: readonly number[]) => ({
  startsAt: startOf(found.day, slots[0] as number),
  endsAt: startOf(found.day, slots.at(-1) as number) + found.minutes * minute,
})

/** Where the person is then, as far as the door read their calendar. */
function whyNotThen({ member }: MemberCall, found: SlotDay, slots: readonly number[], person: string) {
  const clash = member.calendar.find(
    (entry) => entry.roster !== found._id && clashes(entry, [person], timeOf(found, slots)),
  )
  return (
    clash && ({ reason: 'time-clash', title: clash.title, startsAt: clash.startsAt, endsAt: clash.endsAt } as const)
  )
}

async function heldThen({ db }: MemberCall, { timetable }: SlotDay, time: Held): Promise<Held | undefined> {
  const [held] = await db.activities.aggregate<Held>(
    {
      // An activity lasts a day at most.
      startsAt: { $gt: time.startsAt - day, $lt: time.endsAt },
      endsAt: { $gt: time.startsAt },
      'place.id': timetable,
      state: 'open',
    },
    [{ $limit: 1 }, { $project: { startsAt: 1, endsAt: 1 } }],
  )
  return held
}

async function settle(call: MemberCall, found: SlotDay, join: Join): Promise<OwnBooking> {
  const { db, member, now } = call
  const time = { id: join.id, person: { id: join.person }, ...timeOf(found, join.slots) }
  // An activity that came into the room between the look and this step goes first; one that comes later sees this.
  const held = found.kind === 'room' ? await heldThen(call, found, time) : undefined
  if (held) {
    await takeOff(db, found._id, join, { id: `${join.id}.clash`, at: now, kind: 'leave', undoes: join.id, by: 'clash' })
    throw new Refused({ reason: 'slot-activity', startsAt: held.startsAt })
  }
  if (await keepTime(db, member, engagementOf(found, time))) return asTold(call, found, join.id)
  await takeOff(db, found._id, join, { id: `${join.id}.clash`, at: now, kind: 'leave', undoes: join.id, by: 'clash' })
  throw new Refused({ reason: 'just-signed-elsewhere' })
}

/** The same intent again: what it was told the first time, whatever became of it; its time is kept if it stands. */
async function replay(call: MemberCall, found: SlotDay, intent: string): Promise<OwnBooking> {
  const { member } = call
  const join = found.events.find((event): event is Join => event.id === intent && event.kind === 'join')
  if (!join || join.member !== member._id) throw new Refused({ reason: 'not-found' })
  const undo = found.events.find((event) => event.kind === 'leave' && event.undoes === intent)
  if (undo?.kind === 'leave' && undo.by === 'clash') {
    const held = found.kind === 'room' ? await heldThen(call, found, timeOf(found, join.slots)) : undefined
    throw new Refused(held ? { reason: 'slot-activity', startsAt: held.startsAt } : { reason: 'just-signed-elsewhere' })
  }
  return !undo && !hasTime(member, intent) ? settle(call, found, join) : asTold(call, found, intent)
}

/** How it stood right after it was asked for. */
function asTold({ member }: MemberCall, found: SlotDay, intent: string): OwnBooking {
  const place = found.events.findIndex(({ id }) => id === intent)
  const then = { ...found, events: found.events.slice(0, place + 1) }
  const booking = bookingsOf(then, found.events[place]?.at ?? 0).find(({ id }) => id === intent)
  if (!booking) throw new Refused({ reason: 'not-found' })
  return ownView(then, booking, member)
}

/** Gives a booking back, until it begins. Asked twice it is done once. */
export const cancel = procedure({
  needs: 'book-room',
  input: cancelBookingInput,
  beside: (input) => [{ from: 'slotDays', match: { timetable: input.timetable, day: input.day }, limit: 1 }],
  run: async ({ db, member, now, beside }, { intent, booking: id }): Promise<OwnBooking> => {
    const [[found]] = beside as [SlotDay[]]
    const booking = found && bookingIn(found, id, now)
    if (!found || !booking || booking.member !== member._id) throw new Refused({ reason: 'not-found' })
    if (booking.state !== 'cancelled') {
      if (!['asked', 'booked', 'waiting'].includes(booking.state))
        throw new Refused({ reason: 'booking-stands-otherwise' })
      if (now >= booking.startsAt) throw new Refused({ reason: 'slot-past' })
    }
    const left = await takeOff(db, found._id, booking, { id: intent, at: now, kind: 'leave', undoes: id })
    await freeTime(db, member._id, [id])
    const after = left ?? (await db.slotDays.get(found._id)) ?? found
    const given = bookingIn(after, id, now)
    if (given?.state !== 'cancelled') throw new Refused({ reason: 'booking-stands-otherwise' })
    return ownView(after, given, member)
  },
})
