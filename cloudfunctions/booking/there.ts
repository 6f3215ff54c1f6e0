import type { InferOutput } from 'valibot'
import { bookingsOf, type Join, type SlotDay, whyNotBook } from '../../src/domain/booking'
import type { bookInput, OwnBooking } from '../../src/domain/booking-page'
import { day, minute, startOfDay } from '../../src/domain/day'
import type { Engagement, Member } from '../../src/domain/member'
import { type Refusal, Refused } from '../../src/domain/refusal'
import { clashes } from '../../src/domain/sign-up'
import { daysAhead, isOpenOn, startOf, type Timetable } from '../../src/domain/timetable'
import { hasTime, keepTime } from '../activity/calendar'
import { checkText } from '../runtime/content'
import type { Beside } from '../runtime/door'
import type { MemberCall } from '../runtime/procedure'
import { ownView } from './own'
import { emptyDay, engagementOf, firstBooked, push, takeOff, wasDone } from './slot-day'

/** Activities in one room on one day: a few. */
const mostHeld = 20

/** How often it is decided anew where its member booked something else in between. */
const attempts = 4

type Held = Pick<Engagement, 'startsAt' | 'endsAt'>

type Wanted = Pick<InferOutput<typeof bookInput>, 'timetable' | 'day'>

/** What the door brings along: the timetable, its day where somebody booked it, and what is held in the room then. */
export const bookedThere = (input: Wanted): Beside[] => [
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
]

/** For whom it is, and who of the staff does it in their name; nobody where they do it themselves. */
export interface Whose {
  holder: Member
  person: string
  by: string | null
}

/**
 * Books slots in a row: one atomic step on the day, then their time in the holder's calendar. Where that is taken the
 * booking goes off again, as if it had not come.
 */
export async function bookThere(
  call: MemberCall,
  input: Omit<InferOutput<typeof bookInput>, 'person'>,
  whose: Whose,
): Promise<OwnBooking> {
  const { db, now, beside } = call
  const { intent, day: at, purpose } = input
  const { holder, person, by } = whose
  const [[timetable], [found = null], held] = beside as [Timetable[], SlotDay[], Held[]]
  if (!timetable) throw new Refused({ reason: 'not-found' })
  if (found && wasDone(found, intent)) return replay(call, found, intent, whose)
  checkDay(timetable, at, now)
  const slots = [...new Set(input.slots)].sort((a, b) => a - b)
  const asked = { member: holder._id, person, slots, people: input.people }
  const refuse = (found: SlotDay | null) => whyNotBook(timetable, { at, found, held }, asked, now)
  const whyNot = refuse(found) ?? whyNotThen(whose, found ?? emptyDay(timetable, at), slots)
  if (whyNot) throw new Refused(whyNot)
  if (timetable.kind === 'room' && purpose === null) throw new Refused({ reason: 'booking-purpose' })
  const join: Join = {
    id: intent,
    at: now,
    kind: 'join',
    member: holder._id,
    person,
    slots,
    approval: timetable.approval && by === null,
    people: input.people,
    purpose: timetable.kind === 'room' ? purpose : null,
    shown: await mayShow(call, timetable, purpose),
    ...(by !== null && { by }),
  }
  const empty = emptyDay(timetable, at)
  if (!found && (await db.slotDays.insert(firstBooked(empty, join))) === 'inserted')
    return settle(call, firstBooked(empty, join), join, whose)
  let seen = found
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const booked = await push(db, empty._id, join, seen)
    if (booked) return settle(call, booked, join, whose)
    seen = await db.slotDays.get(empty._id)
    if (seen && wasDone(seen, intent)) return replay(call, seen, intent, whose)
    const whyNotNow = refuse(seen)
    if (whyNotNow) throw new Refused(whyNotNow)
  }
  throw new Refused({ reason: 'server-busy' })
}

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

/** Where the person is then, as far as the door read their calendar; what it is staff are not told. */
function whyNotThen({ holder, person, by }: Whose, found: SlotDay, slots: readonly number[]) {
  const clash = holder.calendar.find(
    (entry) => entry.roster !== found._id && clashes(entry, [person], timeOf(found, slots)),
  )
  if (clash && by !== null) return { reason: 'booking-busy' } as const
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

async function settle(call: MemberCall, found: SlotDay, join: Join, whose: Whose): Promise<OwnBooking> {
  const { db, now } = call
  const time = { id: join.id, person: { id: join.person }, ...timeOf(found, join.slots) }
  // An activity that came into the room between the look and this step goes first; one that comes later sees this.
  const held = found.kind === 'room' ? await heldThen(call, found, time) : undefined
  const off = { id: `${join.id}.clash`, at: now, kind: 'leave', undoes: join.id, by: 'clash' } as const
  if (held) {
    await takeOff(db, found, join, off)
    throw new Refused({ reason: 'slot-activity', startsAt: held.startsAt })
  }
  if (await keepTime(db, whose.holder, engagementOf(found, time))) return asTold(whose, found, join.id)
  await takeOff(db, found, join, off)
  throw new Refused(takenThen(whose))
}

const takenThen = ({ by }: Whose): Refusal =>
  by === null ? { reason: 'just-signed-elsewhere' } : { reason: 'booking-busy' }

/** The same intent again: what it was told the first time, whatever became of it; its time is kept if it stands. */
async function replay(call: MemberCall, found: SlotDay, intent: string, whose: Whose): Promise<OwnBooking> {
  const { holder, by } = whose
  const join = found.events.find((event): event is Join => event.id === intent && event.kind === 'join')
  if (!join || join.member !== holder._id || (join.by ?? null) !== by) throw new Refused({ reason: 'not-found' })
  const undo = found.events.find((event) => event.kind === 'leave' && event.undoes === intent)
  if (undo?.kind === 'leave' && undo.by === 'clash') {
    const held = found.kind === 'room' ? await heldThen(call, found, timeOf(found, join.slots)) : undefined
    throw new Refused(held ? { reason: 'slot-activity', startsAt: held.startsAt } : takenThen(whose))
  }
  return !undo && !hasTime(holder, intent) ? settle(call, found, join, whose) : asTold(whose, found, intent)
}

/** How it stood right after it was asked for. */
function asTold({ holder }: Whose, found: SlotDay, intent: string): OwnBooking {
  const place = found.events.findIndex(({ id }) => id === intent)
  const then = { ...found, events: found.events.slice(0, place + 1) }
  const booking = bookingsOf(then, found.events[place]?.at ?? 0).find(({ id }) => id === intent)
  if (!booking) throw new Refused({ reason: 'not-found' })
  return ownView(then, booking, holder)
}
