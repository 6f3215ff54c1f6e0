import type { AgeBand } from '../../domain/age'

/** What is being written for someone without a phone. */
export interface GuestDraft {
  timetable: string | null
  day: number | null
  slots: number[]
  /** A record that there is; else the name is a new one's. */
  person: string | null
  name: string
  band: AgeBand
  building: string | null
  purpose: string
  people: string
  consent: boolean
}

export const blankGuest: GuestDraft = {
  timetable: null,
  day: null,
  slots: [],
  person: null,
  name: '',
  band: '60-79',
  building: null,
  purpose: '',
  people: '1',
  consent: false,
}

export type Missing = 'timetable' | 'slots' | 'name' | 'purpose' | 'people' | 'consent'

/** The first thing that is missing, in the order in which it is asked; a room is asked for more. */
export function whatIsMissing(draft: GuestDraft, room: boolean): Missing | undefined {
  if (draft.timetable === null) return 'timetable'
  if (draft.day === null || draft.slots.length === 0) return 'slots'
  if (draft.name.trim() === '') return 'name'
  if (room && draft.purpose.trim().length < 2) return 'purpose'
  if (room && !/^[1-9]\d{0,2}$/.test(draft.people.trim())) return 'people'
  return draft.consent ? undefined : 'consent'
}

/** What to send; nothing while something is missing. */
export function guestInput(draft: GuestDraft, room: boolean) {
  const { timetable, day, slots, person, band, building } = draft
  if (whatIsMissing(draft, room) || timetable === null || day === null) return undefined
  return {
    timetable,
    day,
    slots,
    person,
    name: draft.name.trim(),
    band,
    building,
    people: room ? Number(draft.people) : 1,
    purpose: room ? draft.purpose.trim() : null,
    consent: true as const,
  }
}
