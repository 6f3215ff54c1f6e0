import type { Activity } from '../../src/domain/activity'
import type { PriorityWindow, Roster, RosterEvent } from '../../src/domain/roster'
import { goesFirst } from '../../src/domain/sign-up'
import type { ActivityContent, Signer } from './content'
import { momentOf } from './moments'
import type { Guest, Neighbours } from './neighbours'

const hour = 60 * 60 * 1000

/** Finds a signer of the content among the members. */
export type Lookup = (signer: Signer) => Guest

/**
 * The roster of one activity, as if everyone had come to the table by themselves: a log whose fold gives the seats that
 * the content states, guard fields that follow from the log, and each member's promise in their calendar.
 */
export function rosterOf(
  content: ActivityContent,
  activity: Activity,
  today: number,
  now: number,
  neighbours: Neighbours,
  lookup: Lookup,
): Roster {
  const { startsAt, endsAt, bands } = activity
  const { capacity } = content
  const opensAt = momentOf(today, content.opensDay, '09:00')
  const closesAt = closing(content, today, startsAt)
  const priority = windowOf(content, today)
  const roster: Roster = {
    _id: activity._id,
    centre: activity.centre,
    title: activity.title,
    state: activity.state,
    opensAt,
    closesAt,
    startsAt,
    endsAt,
    bands,
    capacity,
    waitCapacity: Math.max(10, Math.ceil(capacity / 2)),
    room: 0,
    people: [],
    rules: {
      capacity,
      mostOvertakes: 3,
      priority,
      offersFrom: startsAt - 24 * hour,
      offerFor: 2 * hour,
      settledFrom: startsAt,
    },
    events: [],
  }
  if (content.waiting > roster.waitCapacity) roster.waitCapacity = content.waiting + 7
  const from = priority?.buildings ?? []
  const fits = (signers: Signer[] = [], total: number): Guest[] => {
    const guests = signers.slice(0, total).map(lookup)
    for (const guest of guests) promise(roster, guest)
    while (guests.length < total) {
      const guest = neighbours.guest(bands, roster, from)
      promise(roster, guest)
      guests.push(guest)
    }
    return guests
  }
  const stay = [...fits(content.named, content.seated), ...fits(content.namedWaiting, content.waiting)]
  const left = Array.from({ length: content.left }, () => neighbours.guest(bands, roster, from))
  write(roster, left, stay, Math.min(now, closesAt))
  roster.room = roster.capacity + roster.waitCapacity - roster.people.length
  // The demo begins with what everyone knows already.
  roster.told = roster.events.length
  return roster
}

/** Nobody signs up after the evening before; for something this evening, until it begins; else an hour before it. */
function closing(content: ActivityContent, today: number, startsAt: number): number {
  if (content.closesDay < content.day) return momentOf(today, content.closesDay, '21:00')
  return content.start >= '17:00' ? startsAt : startsAt - hour
}

function windowOf(content: ActivityContent, today: number): PriorityWindow | null {
  if (!content.priority) return null
  const { untilDay, until, bands, buildings, label } = content.priority
  return { until: momentOf(today, untilDay, until), bands, buildings, label }
}

/** The log: those who left again came first, so that a seat they gave up was nobody's loss. */
function write(roster: Roster, left: Guest[], stay: Guest[], until: number): void {
  const guests = [...left, ...stay]
  const span = Math.max(0, until - roster.opensAt)
  let at = roster.opensAt
  const tick = () => {
    at += Math.floor(span / (guests.length + left.length + 1))
    return at
  }
  guests.forEach((guest, index) => {
    const id = intentOf(roster, index)
    roster.events.push(join(roster, guest, id, tick()))
    if (index < left.length) roster.events.push({ id: `${id}-back`, at: tick(), kind: 'leave', undoes: id })
    else {
      roster.people.push(guest.person)
      const promised = guest.member.calendar.find(
        (entry) => entry.roster === roster._id && entry.people[0] === guest.person,
      )
      if (promised) promised.party = id
    }
  })
}

const intentOf = (roster: Roster, index: number): string => `seed-${roster._id}-${String(index + 1).padStart(3, '0')}`

function join(roster: Roster, { member, person, band }: Guest, id: string, at: number): RosterEvent {
  const first = goesFirst(roster.rules.priority, [{ id: person, band }], member.building, member._id)
  return { id, at, kind: 'join', member: member._id, people: [person], first }
}

/** Keeps the time free in the member's calendar; the party's id is known once the log is written. */
function promise(roster: Roster, { member, person }: Guest): void {
  const { _id, title, startsAt, endsAt } = roster
  member.calendar.push({ party: '', roster: _id, title, people: [person], startsAt, endsAt })
}
