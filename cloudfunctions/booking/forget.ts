import { bookingsOf, type SlotDay, type SlotEvent, standingStates } from '../../src/domain/booking'
import { Refused } from '../../src/domain/refusal'
import { derivedId } from '../runtime/caller'
import { _, type Database } from '../runtime/database'
import { renamed } from '../runtime/renamed'
import { takeOff } from './slot-day'

/** Days that are gone through at a time, and how often a log is taken up anew where it grew meanwhile. */
const page = 40
const attempts = 8

/**
 * Takes a member out of everything that they booked: what lies ahead is given back by the ordinary way, so that others
 * move up; what is past stays, as somebody's whom nobody can name. What they came for, and why staff said no, goes.
 * Of who decided at the desk, that somebody did stays.
 */
export async function forgetBookings(db: Database, self: string, nobody: string, now: number): Promise<void> {
  for (const named of ['events.member', 'events.by']) {
    const some = () => db.slotDays.aggregate<SlotDay>({ [named]: self }, [{ $limit: page }])
    for (let days = await some(); days.length > 0; days = await some())
      for (const found of days) {
        await giveBack(db, found, self, now)
        await unname(db, found._id, self, nobody)
      }
  }
}

async function giveBack(db: Database, found: SlotDay, self: string, now: number): Promise<void> {
  for (const booking of bookingsOf(found, now)) {
    if (booking.member !== self || !standingStates.includes(booking.state) || booking.startsAt <= now) continue
    const id = derivedId(20, 'erased', booking.id)
    await takeOff(db, found, booking, { id, at: now, kind: 'leave', undoes: booking.id })
  }
}

async function unname(db: Database, id: string, self: string, nobody: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await db.slotDays.get(id)
    if (!found) return
    const events = renamed(wordless(found, self), self, nobody)
    // A taker is "slot:person".
    const takers = found.takers.map((taker) => taker.replace(`:${self}`, `:${nobody}`))
    const changed = await db.slotDays.findAndChange(
      { _id: id, events: _.size(found.events.length) },
      { events, takers },
    )
    if (changed) return
  }
  throw new Refused({ reason: 'server-busy' })
}

function wordless({ events }: SlotDay, self: string): SlotEvent[] {
  const theirs = new Set(events.flatMap((event) => (event.kind === 'join' && event.member === self ? [event.id] : [])))
  return events.map((event) => {
    if (event.kind === 'join' && theirs.has(event.id)) return { ...event, purpose: null, shown: false }
    return event.kind === 'leave' && theirs.has(event.undoes) && event.reason ? { ...event, reason: '' } : event
  })
}
