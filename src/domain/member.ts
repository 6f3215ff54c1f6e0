import * as v from 'valibot'
import { type AgeBand, ageBands, isMinor } from './age'
import { birthInput } from './birth'
import type { Consent, Guardian } from './consent'
import type { Template } from './message'
import { intentId, line, personId, shortId } from './input'
import type { RunningLoan } from './loan-running'
import type { Role } from './role'

/** A person at one centre, with all their roles there. The id is derived from who they are, so nobody joins twice. */
export interface Member {
  _id: string
  centre: string
  /** The name the person chose to be called by. */
  name: string
  /** Follows from the birth, where that is known. */
  band: AgeBand
  /** Birth, phone and room are sealed for their owner, each for its own purpose; most members have none. */
  birth?: string
  phone?: string
  room?: string
  /** Where they live, by building; no flat. */
  building: string | null
  /** The estate, where they said no more than that; a building says which it is of. */
  estate?: string
  roles: Role[]
  organisation: string | null
  team: string | null
  family: FamilyMember[]
  /** Ids of people who were of the family, so that a late replay does not bring them back. */
  formerFamily?: string[]
  /** What this member's people have promised to be at; the one place where a clash is decided. */
  calendar: Engagement[]
  /** What they and theirs have borrowed or wait for; the one place where their limit is decided. */
  loans?: RunningLoan[]
  /** Where staff let them go as a volunteer; follows from the volunteer's own log. Whoever serves without it is not there. */
  cleared?: ('home-visits' | 'minors')[]
  /** How often a shift was put into the calendar or taken out: rest is decided on the calendar of this turn. */
  dutyTurn?: number
  /** Hours that staff are writing down for them at this moment: no two of one time at once. */
  entering?: { id: string; service: string; from: number; until: number; at: number }[]
  /** To what was agreed on joining, and when; and for the phone and the room. */
  consent: Consent
  contactConsent?: Consent
  /** For someone of 14 to 17: the grown-up of their household who agreed to their signing up. */
  guardian?: Guardian
  /** Wrong codes of households lately: how many more may be tried until when. */
  codeTries?: { left: number; until: number }
  /** Digits of a check-in code that were tried lately. */
  digitTries?: { until: number; made: number }
  /** Where WeChat sends to: sealed, and how many messages of each template may still be sent. */
  openid?: string
  grants?: Partial<Record<Template, number>>
  grantIntents?: string[]
  /** For someone without an account: who of the staff keeps the record. */
  keptBy?: string
  /** Since when everything of this member is being deleted. Whoever is being deleted is no member any more. */
  erasing?: number
  joinedAt: number
}

export const relations = ['child', 'parent', 'partner', 'grandchild', 'grandparent', 'other'] as const
export type Relation = (typeof relations)[number]

/** Someone a member signs up for: a child, a parent. `id` is "member.key". */
export interface FamilyMember {
  id: string
  name: string
  /** Follows from the birth, where that is known. */
  band: AgeBand
  relation: Relation
  /** Sealed for this person. */
  birth?: string
  /** A child's guardian, or an elder themselves, agreed to their being acted for. */
  consent?: Consent
}

/** A stretch of time that some of a member's people are taken for. */
export interface Engagement {
  /** The party's id: the intent that made it. */
  party: string
  roster: string
  /** booking: the time of a slot; order: of a visit, whose log is no roster's. Absent: an activity's, or a shift's. */
  of?: 'booking' | 'order'
  /** Of a visit: since when, so that time that was kept for a step that never came is found. */
  heldAt?: number
  title: string
  people: string[]
  startsAt: number
  endsAt: number
  /** A shift, in which they serve: these are counted for their rest. */
  duty?: true
}

/** What a member sees of themselves, and no one else does. */
export interface OwnProfile {
  id: string
  name: string
  band: AgeBand
  building: string | null
  /** The estate, where no building was said. */
  estate: string | null
  roles: Role[]
  family: OwnRelative[]
}

export type OwnRelative = Pick<FamilyMember, 'id' | 'name' | 'band' | 'relation'>

/** What a member sees of themselves: never their calendar; births, phone and consents are asked for by themselves. */
export const ownProfile = ({ _id, name, band, building, estate, roles, family }: Member): OwnProfile => ({
  id: _id,
  name,
  band,
  building,
  estate: estate ?? null,
  roles,
  family: family.map((person) => ({
    id: person.id,
    name: person.name,
    band: person.band,
    relation: person.relation,
  })),
})

/** A member's own people by id, themselves first. */
export const ownPeople = (member: Pick<Member, '_id' | 'family'>): string[] => [
  member._id,
  ...member.family.map((person) => person.id),
]

/** The largest family one member may act for. */
export const mostFamily = 8

const name = line(1, 12)
const band = v.picklist(ageBands)
const building = v.nullable(shortId)
/** A client that was made before it was asked says nothing of it. */
const estate = v.optional(v.nullable(shortId), null)

/** A year and a month, or nothing; of a minor they are needed (`needsBirth`), so that the rules for their age hold. */
const birth = v.nullable(birthInput)

/** Whether a birth has to be told with this: of children, whatever band is said of them. */
export const needsBirth = (said: AgeBand | null, relation: Relation | null = null): boolean =>
  relation === 'child' || relation === 'grandchild' || (said !== null && isMinor(said))

/** Joining a centre: how to be called, how old, which building; agreed to the privacy sentence. */
export const joinInput = v.strictObject({ name, band, birth, building, estate, consent: v.literal(true) })

export const updateInput = v.strictObject({ name, band, birth, building, estate })

/** What is said of one of the family. `consent`: a child's guardian agrees, or a grown-up said that they do. */
export const relativeInput = v.strictObject({
  name,
  band,
  birth,
  relation: v.picklist(relations),
  consent: v.literal(true),
})

export const addFamilyInput = v.strictObject({ intent: intentId, ...relativeInput.entries })

export const updateFamilyInput = v.strictObject({ person: personId, ...relativeInput.entries })

export const removeFamilyInput = v.strictObject({ person: personId })
