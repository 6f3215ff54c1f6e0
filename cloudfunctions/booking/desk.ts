import { type Booking, bookingsOf, type SlotDay, type SlotEvent, standingStates } from '../../src/domain/booking'
import {
  type BookingDesk,
  decideInput,
  type DeskBooking,
  deskInput,
  type DeskTimetable,
  markInput,
} from '../../src/domain/booking-page'
import { hour } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import type { Timetable } from '../../src/domain/timetable'
import { holds } from '../../src/domain/permission'
import { maskedName, sees } from '../../src/domain/visibility'
import { freeTime } from '../activity/calendar'
import { checkWords } from '../activity/words'
import { _ } from '../runtime/database'
import { type MemberCall, procedure } from '../runtime/procedure'
import { bookableOf } from './own'
import { bookingIn, log, slotDayId, takeOff, wasDone } from './slot-day'

const mostTimetables = 300
/** Days of timetables that are looked at together: a day of all of them, and those with something to decide. */
const mostDays = 400

type Person = Pick<Member, '_id' | 'name' | 'building' | 'family' | 'keptBy'>

/** The desk: what waits for a yes or a no, everything of one day, and the timetables. */
export const desk = procedure({
  needs: 'approve-room',
  input: deskInput,
  beside: ({ day: at }) => [
    { from: 'slotDays', match: { $or: [{ day: at }, { asked: { $gt: '' } }] }, limit: mostDays },
    { from: 'timetables', match: {}, limit: mostTimetables },
  ],
  run: async (call, { day: at }): Promise<BookingDesk> => {
    const { now } = call
    const [days, timetables] = call.beside as [SlotDay[], Timetable[]]
    const all = days.flatMap((found) => bookingsOf(found, now).map((booking) => ({ found, booking })))
    const asked = all.filter(({ booking }) => booking.state === 'asked' && booking.startsAt > now)
    const today = all.filter(({ found, booking }) => found.day === at && isListed(booking))
    const gone = all.filter(({ found, booking }) => found.day === at && isGone(booking))
    const people = await peopleOf(call, [...asked, ...today, ...gone])
    // Of who has no phone it stays on the list: somebody goes and tells them.
    const untold = gone.filter(({ booking }) => people.get(booking.member)?.keptBy !== undefined)
    const views = (rows: Row[]) =>
      rows
        .map((row) => deskView(call, row, people.get(row.booking.member)))
        .sort((a, b) => a.startsAt - b.startsAt || a.title.localeCompare(b.title))
    return {
      asked: views(asked),
      today: views([...today, ...untold]),
      timetables: timetables.map(deskTimetable).sort((a, b) => a.title.localeCompare(b.title)),
    }
  },
})

interface Row {
  found: SlotDay
  booking: Booking
}

const isListed = ({ state }: Booking): boolean =>
  standingStates.includes(state) || state === 'came' || state === 'missed'

/** Taken off by others than who booked it. */
const isGone = ({ state }: Booking): boolean => state === 'off' || state === 'declined'

/** Of what is private there are names for who handles cases, and for nobody else. */
const seesWho = ({ member }: MemberCall, found: SlotDay): boolean =>
  !found.private || holds(member.roles, 'write-case-note')

async function peopleOf(call: MemberCall, rows: readonly Row[]): Promise<Map<string, Person>> {
  const ids = [...new Set(rows.filter(({ found }) => seesWho(call, found)).map(({ booking }) => booking.member))]
  if (ids.length === 0) return new Map()
  const found = await call.db.members.some<Person>(ids, ['name', 'building', 'family', 'keptBy'])
  return new Map(found.map((person) => [person._id, person]))
}

/** A name as far as they may know it; whoever decides about rooms need not know whose relative comes. */
const nameFor = ({ member }: MemberCall, name: string): string =>
  sees(member.roles, 'nickname', 'full') ? name : maskedName(name)

function deskView(call: MemberCall, { found, booking }: Row, holder: Person | undefined): DeskBooking {
  const lives = sees(call.member.roles, 'estate-building', 'full', 'during-task-only')
  const own = booking.person === booking.member ? holder : holder?.family.find(({ id }) => id === booking.person)
  return {
    id: booking.id,
    timetable: found.timetable,
    day: found.day,
    title: found.title,
    place: found.place,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    state: booking.state,
    purpose: booking.purpose,
    people: booking.people,
    kept: holder?.keptBy !== undefined,
    name: own ? nameFor(call, own.name) : null,
    building: lives && holder ? (call.centre.buildings.find(({ id }) => id === holder.building)?.name ?? null) : null,
    ...(booking.position !== undefined && { position: booking.position }),
    ...(booking.reason !== undefined && { reason: booking.reason }),
  }
}

export const deskTimetable = (timetable: Timetable): DeskTimetable => ({
  ...bookableOf(timetable),
  note: timetable.note,
  approval: timetable.approval,
  weekdays: timetable.weekdays,
  opensAt: timetable.opensAt,
  closesAt: timetable.closesAt,
  minutes: timetable.minutes,
  capacity: timetable.capacity,
  waitCapacity: timetable.waitCapacity,
  people: timetable.people,
  most: timetable.most,
  from: timetable.from,
  until: timetable.until,
  open: timetable.state === 'open',
  version: timetable.version,
  off: timetable.off,
})

async function dayOf(call: MemberCall, timetable: string, at: number, id: string): Promise<Row> {
  const found = await call.db.slotDays.get(slotDayId(call.centre._id, timetable, at))
  const booking = found && bookingIn(found, id, call.now)
  if (!found || !booking) throw new Refused({ reason: 'not-found' })
  return { found, booking }
}

const otherwise = () => new Refused({ reason: 'booking-stands-otherwise' })

/**
 * Says yes or no to a booking; a no has a reason, and its slots are free again. A yes once given may be taken back in the
 * same way, before it begins.
 */
export const decide = procedure({
  needs: 'approve-room',
  input: decideInput,
  run: async (call, { intent, timetable, day: at, booking: id, approve, reason }): Promise<null> => {
    const { db, now, member } = call
    const { found, booking } = await dayOf(call, timetable, at, id)
    if (wasDone(found, intent)) return null
    await checkWords(call, {}, reason)
    const by = member._id
    if (approve) {
      const event: SlotEvent = { id: intent, at: now, kind: 'approve', booking: id, by }
      const approved = await log(db, found._id, event, { state: 'open', asked: id }, { asked: _.pull(id) })
      if (!approved) await checkDone(call, found._id, intent)
      return null
    }
    if (reason === null) throw new Refused({ reason: 'bad-input', field: 'reason' })
    if (!standingStates.includes(booking.state)) throw otherwise()
    if (now >= booking.startsAt) throw new Refused({ reason: 'slot-past' })
    const declined = await takeOff(db, found, booking, {
      id: intent,
      at: now,
      kind: 'leave',
      undoes: id,
      by,
      reason,
    })
    if (!declined) await checkDone(call, found._id, intent)
    await freeTime(db, booking.member, [id])
    return null
  },
})

async function checkDone({ db }: MemberCall, id: string, intent: string): Promise<void> {
  const current = await db.slotDays.get(id)
  if (!current || !wasDone(current, intent)) throw otherwise()
}

/** From so long before its start on one can be there. */
const early = hour / 2

/** Writes down whether who booked was there; said again, the last word counts. */
export const mark = procedure({
  needs: 'approve-room',
  input: markInput,
  run: async (call, { intent, timetable, day: at, booking: id, came }): Promise<null> => {
    const { found, booking } = await dayOf(call, timetable, at, id)
    if (wasDone(found, intent)) return null
    if (!['booked', 'came', 'missed'].includes(booking.state)) throw otherwise()
    if (call.now < booking.startsAt - early)
      throw new Refused({ reason: 'checkin-too-early', opensAt: booking.startsAt - early })
    const event: SlotEvent = { id: intent, at: call.now, kind: 'mark', booking: id, came, by: call.member._id }
    const marked = await log(call.db, found._id, event, { 'events.undoes': _.nin([id]) }, {})
    if (!marked) await checkDone(call, found._id, intent)
    return null
  },
})
