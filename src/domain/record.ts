import type { Source } from './hours'
import type { Training, Volunteer, VolunteerEvent, VolunteerProfile, VolunteerState } from './volunteer'

/**
 * A volunteer's record, as 《志愿服务记录与证明出具办法（试行）》 asks for in its article 4: who, what was served, training,
 * honours, and how it was judged. Shown to whom it is of; nothing in it is compared with others.
 */
export interface VolunteerRecord {
  name: string
  /** Nothing where they never registered: minutes may be on record all the same. */
  volunteer: {
    state: VolunteerState
    since: number
    profile: VolunteerProfile
    trainings: { topic: Training; at: number }[]
    awards: Award[]
  } | null
  minutes: number
  /** By what it was served at: how often, and how long. */
  sums: { source: Source; services: number; minutes: number }[]
  /** At how many of these a child of theirs was along, whose time is in nobody's hours. */
  along: number
  feedback: Feedback
}

/** An honour as it stands on the record; `id` is the event's. */
export interface Award {
  id: string
  title: string
  at: number
}

/** What the other side said: how often they themselves said that it was so, and how often the minutes were put right. */
export interface Feedback {
  staff: number
  served: number
  corrected: number
}

/** The honours that stand: each once, and without those that were taken back. */
export function awardsOf(events: readonly VolunteerEvent[]): Award[] {
  const revoked = new Set(events.flatMap((event) => (event.kind === 'revoke' ? [event.award] : [])))
  const awards = new Map<string, Award>()
  for (const event of events)
    if (event.kind === 'award' && !revoked.has(event.id) && !awards.has(event.id))
      awards.set(event.id, { id: event.id, title: event.title, at: event.at })
  return [...awards.values()]
}

/** What was trained, each when it was learnt first. */
export function trainingsOf(events: readonly VolunteerEvent[]): { topic: Training; at: number }[] {
  const first = new Map<Training, number>()
  for (const event of events) if (event.kind === 'train' && !first.has(event.topic)) first.set(event.topic, event.at)
  return [...first].map(([topic, at]) => ({ topic, at }))
}

/** When they came: the first application that the log has. */
export const sinceOf = ({ events }: Pick<Volunteer, 'events'>): number | undefined => events[0]?.at
