import type { SlotDay } from '../../src/domain/booking'
import { roomOf } from '../../src/domain/booking'
import { day, startOfDay, startOfWeek } from '../../src/domain/day'
import type { Provider } from '../../src/domain/provider'
import { hoursOn } from '../../src/domain/provider-calendar'
import {
  type CapacityWeek,
  capacityInput,
  givenName,
  type Share,
  timeOf,
  weekDays,
} from '../../src/domain/provider-week'
import type { Shift } from '../../src/domain/shift'
import { gridOf, isOpenOn, type Timetable } from '../../src/domain/timetable'
import { demand, procedure } from '../runtime/procedure'
import { type Visit, visitsIn } from './used'

/** As much of each kind as one centre has in a week. */
const most = 2000

type Seats = Pick<Shift, 'startsAt' | 'capacity' | 'people'>
type Day = Omit<SlotDay, 'events' | 'takers' | 'asked'>

/** The capacity of a week, for who answers for the whole centre. */
export const capacity = procedure({
  needs: 'manage-provider',
  input: capacityInput,
  run: async (call, { from: said }): Promise<CapacityWeek> => {
    demand(call, 'manage-provider', {})
    const from = startOfWeek(said ?? call.now)
    const [visits, providers, shifts, timetables, slotDays] = await Promise.all([
      visitsIn(call.db, from),
      call.db.providers.aggregate<Provider>({}, [{ $sort: { name: 1 } }, { $limit: most }]),
      call.db.shifts.aggregate<Seats>({ state: 'open', startsAt: during(from) }, [
        { $limit: most },
        { $project: { startsAt: 1, capacity: 1, people: 1 } },
      ]),
      call.db.timetables.aggregate<Timetable>({}, [{ $sort: { title: 1 } }, { $limit: most }]),
      call.db.slotDays.aggregate<Day>({ day: during(from) }, [
        { $limit: most },
        { $project: { events: 0, takers: 0, asked: 0 } },
      ]),
    ])
    const days = weekDays(from)
    const rooms = timetables.map((timetable) => ({
      id: timetable._id,
      title: timetable.title,
      kind: timetable.kind,
      days: days.map((at) => slotsOf(timetable, at, slotDays)),
    }))
    return {
      from,
      days: days.map((at, n) => ({
        at,
        visits: visits.filter(({ startsAt }) => startsAt !== null && startOfDay(startsAt) === at).length,
        wished: visits.filter((visit) => visit.startsAt === null && isOn(visit, at)).length,
        seats: seatsOf(shifts.filter(({ startsAt }) => startOfDay(startsAt) === at)),
        slots: summed(rooms.map((room) => room.days[n] as Share)),
      })),
      providers: providers
        .map((provider) => loadOf(provider, days, visits))
        .sort((one, other) => other.used - one.used),
      rooms: rooms.filter((room) => room.days.some(({ of }) => of > 0)),
    }
  },
})

const during = (from: number) => ({ $gte: from, $lt: from + 7 * day })
const isOn = (visit: Visit, at: number): boolean => startOfDay(timeOf(visit) ?? 0) === at

function loadOf(provider: Provider, days: readonly number[], visits: readonly Visit[]) {
  const { key, name, kind, weekly } = provider
  const mine = visits.filter(({ givenTo }) => givenTo.includes(givenName(provider)))
  const on = (at: number) => mine.filter((visit) => isOn(visit, at)).length
  return {
    key,
    name,
    kind,
    used: mine.length,
    weekly,
    // On a day off there may be a visit all the same: then it is said.
    days: days.map((at) => (hoursOn(provider, at) === null && on(at) === 0 ? null : on(at))),
  }
}

const seatsOf = (shifts: readonly Seats[]): Share =>
  summed(shifts.map(({ capacity: of, people }) => ({ taken: Math.min(of, people.length), of })))

const summed = (shares: readonly Share[]): Share => ({
  taken: shares.reduce((sum, { taken }) => sum + taken, 0),
  of: shares.reduce((sum, { of }) => sum + of, 0),
})

/** What of a day's slots is taken: by the timetable until somebody booked, then by the day as it was promised. */
function slotsOf(timetable: Timetable, at: number, slotDays: readonly Day[]): Share {
  const found = slotDays.find((each) => each.timetable === timetable._id && each.day === at)
  if (found?.state === 'cancelled') return { taken: 0, of: 0 }
  if (!found) return { taken: 0, of: isOpenOn(timetable, at) ? gridOf(timetable).length * timetable.capacity : 0 }
  const { grid, room, waitCapacity } = found
  const taken = grid.map((slot) => {
    const booked = found.capacity + waitCapacity - (room[roomOf(slot)] ?? found.capacity + waitCapacity)
    return Math.min(found.capacity, booked)
  })
  return { taken: taken.reduce((sum, each) => sum + each, 0), of: grid.length * found.capacity }
}
