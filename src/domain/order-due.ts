import { day, hour, minute, workdaysLater } from './day'
import type { OrderState, Slot } from './order'

/** Until when the next step has to be made, by where an order stands; silence is told apart from lateness elsewhere. */
export const patience = {
  /** A social worker rings somebody who asked for it in distress. */
  crisis: 30 * minute,
  /** Someone takes it. */
  open: day,
  /** Who was asked answers. */
  offered: day,
  /** Who took it agrees a time. */
  accepted: day,
  /** Staff ring where somebody is at who may serve no more. */
  left: 30 * minute,
  /** After the usual length of a visit. */
  visit: 30 * minute,
  /** The resident says that it is done; then silence says it. */
  silence: 3 * day,
  /** What was written, the door and the picture of a closed order are kept, from when it was placed. */
  kept: 90 * day,
  /** A cancelled order may be taken back. */
  undo: 5 * minute,
} as const

/** The shortest visit that anyone is waited for, in minutes. */
const shortest = 30

interface Timed {
  state: OrderState
  crisis: boolean
  slot: Slot | null
  minutes: number
}

/**
 * The time by which whoever owns an order in this state must have acted, for a state entered at `at`; nothing once it
 * is closed.
 */
export function dueOf({ state, crisis, slot, minutes }: Timed, at: number): number | null {
  switch (state) {
    case 'triage':
      return crisis ? at + patience.crisis : workdaysLater(at, 1)
    case 'open':
      return at + patience.open
    case 'offered':
      return at + patience.offered
    case 'accepted':
      return at + patience.accepted
    case 'scheduled':
      return Math.max(at + minute, slot?.endsAt ?? at)
    case 'started':
      return at + Math.max(shortest, minutes) * minute + patience.visit
    case 'ended':
      return at + patience.silence
    case 'complained':
      return workdaysLater(at, 1)
    default:
      return null
  }
}

/** After it went up a level: the next one has two working days, in distress half an hour. */
export const dueAbove = (at: number, crisis: boolean): number => (crisis ? at + patience.crisis : workdaysLater(at, 2))

/** No home visit begins or ends outside these local hours. */
export const visitHours = { from: 8, to: 21 } as const

const ahead = 8 * hour

/** Whether a stretch lies within the hours of visits of one day. */
export function isByDay({ startsAt, endsAt }: Slot): boolean {
  const local = (at: number) => new Date(at + ahead)
  const [start, end] = [local(startsAt), local(endsAt)]
  if (start.toISOString().slice(0, 10) !== end.toISOString().slice(0, 10)) return false
  const lastMinute = end.getUTCHours() * 60 + end.getUTCMinutes()
  return start.getUTCHours() >= visitHours.from && lastMinute <= visitHours.to * 60
}
