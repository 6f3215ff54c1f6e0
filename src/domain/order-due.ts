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
  /** After the usual length of a visit; and until the next one is asked where nobody has come back. */
  visit: 30 * minute,
  /** The committee is asked once more about who has not come back. */
  missing: 2 * hour,
  /** Before a time that was wished: so early somebody must have been found, or whoever sees to it hears. */
  ahead: 2 * hour,
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
  wants: Slot | null
  minutes: number
}

/** By when somebody must have been found for a time that is wished; half an hour for one that is nearly there. */
export const soonFor = ({ startsAt }: Slot, at: number): number => Math.max(at + 30 * minute, startsAt - patience.ahead)

/**
 * The time by which whoever owns an order in this state must have acted, for a state entered at `at`; nothing once it
 * is closed.
 */
export function dueOf({ state, crisis, slot, wants, minutes }: Timed, at: number): number | null {
  /** In distress at once; else before the time that was wished, where it lies ahead. */
  const within = (usual: number) =>
    crisis ? at + patience.crisis : wants && wants.endsAt > at ? Math.min(usual, soonFor(wants, at)) : usual
  switch (state) {
    case 'triage':
      return within(workdaysLater(at, 1))
    case 'open':
      return within(at + patience.open)
    case 'offered':
      return within(at + patience.offered)
    case 'accepted':
      return within(at + patience.accepted)
    case 'scheduled':
      return Math.max(
        at + minute,
        slot ? (crisis ? Math.min(slot.startsAt + patience.crisis, slot.endsAt) : slot.endsAt) : at,
      )
    case 'started':
      return at + Math.max(shortest, minutes) * minute + patience.visit
    case 'ended':
      return at + (crisis ? day : patience.silence)
    case 'complained':
      return crisis ? at + patience.crisis : workdaysLater(at, 1)
    default:
      return null
  }
}

/**
 * After it went up a level: the next one has two working days, where it is `urgent` half an hour. Of who has not come
 * back from a visit the top is asked again every two hours.
 */
export function dueAbove(at: number, urgent: boolean, away: boolean): number {
  if (urgent) return at + patience.crisis
  return away ? at + patience.missing : workdaysLater(at, 2)
}

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
