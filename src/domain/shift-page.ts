import type { AgeBand } from './age'
import type { PartyState } from './roster'
import type { CareReason } from './care'
import type { Duty, Requirements } from './shift'
import type { CentreRest } from './shift-rest'
import type { WhyFit } from './this-week'
import type { Qualification, Training, VolunteerProfile, VolunteerState } from './volunteer'
import type { Award } from './record'
import type { Refusal } from './refusal'

/** A shift in a list. */
export interface ShiftCard extends Requirements {
  id: string
  about: string
  role: string
  place: string
  startsAt: number
  endsAt: number
  bands: AgeBand[]
  state: 'open' | 'cancelled'
  capacity: number
  /** How many are still missing, and how many stand by. */
  lack: number
  waiting: number
}

/** How one's own party on a shift stands. */
export interface OwnShiftParty {
  id: string
  people: { id: string; name: string }[]
  state: PartyState
  position?: number
  expiresAt?: number
  /** Whether the seat is offered to others just now, and whether to somebody by name. */
  handingOn: 'no' | 'named' | 'anyone'
}

/** One of my shifts. */
export interface MyShift extends ShiftCard {
  party: OwnShiftParty
}

/** What became of taking a shift. */
export type ShiftOutcome = MyShift

/** The page of one shift, as its reader sees it. */
export interface ShiftPage {
  shift: ShiftCard
  party: OwnShiftParty | null
  /** Why I could not take it; nothing where I could. */
  whyNot: Refusal | null
  /** A seat that somebody would hand on to me. */
  swap: string | null
  /** Children of mine who may come along. */
  children: { id: string; name: string }[]
  staff: boolean
}

/** One thing that I could do this week. */
export interface WeekRow {
  kind: 'shift' | 'order' | 'need'
  id: string
  title: string
  place: string
  startsAt: number | null
  endsAt: number | null
  reasons: WhyFit[]
  swap: string | null
}

export interface MyWeek {
  rows: WeekRow[]
  /** How many more fit than are shown. */
  more: number
}

/** A certificate as its owner and staff see it. */
export type QualificationRow = Omit<Qualification, 'file' | 'checkedBy' | 'checkedAt'> & { pictured: boolean }

/** Me as a volunteer. */
export interface MyVolunteering {
  volunteer: {
    state: VolunteerState
    reason: string | null
    trained: Training[]
    cleared: Training[]
    team: string | null
    profile: VolunteerProfile
    qualifications: QualificationRow[]
  } | null
  shifts: MyShift[]
  /** Under 18, and no grown-up of the household has agreed yet. */
  guardianNeeded: boolean
  minor: boolean
}

/** A volunteer in the staff's list. */
export interface VolunteerRow {
  id: string
  name: string
  band: AgeBand
  state: VolunteerState
  skills: VolunteerProfile['skills']
  team: string | null
  since: number
  /** Certificates that nobody has looked at. */
  documents: number
}

export interface VolunteerBoard {
  rows: VolunteerRow[]
  teams: TeamRow[]
  counts: Record<VolunteerState, number>
}

export interface TeamRow {
  id: string
  name: string
  captain: { id: string; name: string } | null
  members: number
}

/** One volunteer, for staff. */
export interface VolunteerPage {
  row: VolunteerRow
  profile: VolunteerProfile
  trained: Training[]
  cleared: Training[]
  reason: string | null
  minor: boolean
  guardian: boolean
  qualifications: (QualificationRow & { address: string | null })[]
  awards: Award[]
  log: { kind: string; at: number; own: boolean; reason: string | null }[]
  teams: TeamRow[]
}

/** A shift on the staff's board. */
export interface BoardShift extends ShiftCard {
  duty: string
  people: BoardPerson[]
  standby: number
}

export interface BoardPerson {
  party: string
  name: string
  state: PartyState
  handingOn: boolean
  /** Whom staff can write down as come or gone now, and how far they are; nothing where nobody can be. */
  clock: { person: string; stage: 'away' | 'here' | 'gone' } | null
}

export interface ShiftBoard {
  shifts: BoardShift[]
  duties: Pick<Duty, '_id' | 'title' | 'when'>[]
  teams: TeamRow[]
  from: number
  /** The centre's rules of rest, how they came to be, and whether I may change them. */
  rest: CentreRest & { may: boolean }
}

/** A shift that is short of people, and who could be asked. */
export interface ShortShift {
  shift: ShiftCard
  could: { id: string; name: string; reasons: WhyFit[]; asked: boolean }[]
}

/** Someone to whom staff might say a word. */
export interface CareRow {
  id: string
  name: string
  reason: CareReason
}
