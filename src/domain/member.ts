import * as v from 'valibot'
import { type AgeBand, ageBands } from './age'
import { intentId, line, personId, shortId } from './input'
import type { Role } from './role'

/** A person at one centre, with all their roles there. The id is derived from who they are, so nobody joins twice. */
export interface Member {
  _id: string
  centre: string
  /** The name the person chose to be called by. */
  name: string
  band: AgeBand
  /** Where they live, by building; no flat. */
  building: string | null
  roles: Role[]
  organisation: string | null
  team: string | null
  family: FamilyMember[]
  /** Ids of people who were of the family, so that a late replay does not bring them back. */
  formerFamily?: string[]
  /** What this member's people have promised to be at; the one place where a clash is decided. */
  calendar: Engagement[]
  /** Which version of the privacy sentence was agreed to, and when. */
  consent: { version: string; at: number }
  joinedAt: number
}

export const relations = ['child', 'parent', 'partner', 'grandchild', 'grandparent', 'other'] as const
export type Relation = (typeof relations)[number]

/** Someone a member signs up for: a child, a parent. `id` is "member.key". */
export interface FamilyMember {
  id: string
  name: string
  band: AgeBand
  relation: Relation
}

/** A stretch of time that some of a member's people are taken for. */
export interface Engagement {
  /** The party's id: the intent that made it. */
  party: string
  roster: string
  title: string
  people: string[]
  startsAt: number
  endsAt: number
}

/** What a member sees of themselves, and no one else does. */
export interface OwnProfile {
  id: string
  name: string
  band: AgeBand
  building: string | null
  roles: Role[]
  family: FamilyMember[]
}

/** What a member sees of themselves: never their calendar, nor what they agreed to when. */
export const ownProfile = ({ _id, name, band, building, roles, family }: Member): OwnProfile => ({
  id: _id,
  name,
  band,
  building,
  roles,
  family,
})

/** A member's own people by id, themselves first. */
export const ownPeople = (member: Pick<Member, '_id' | 'family'>): string[] => [
  member._id,
  ...member.family.map((person) => person.id),
]

/** The privacy sentence that people agree to on joining; a new wording is a new version. */
export const consentVersion = '2026-11'

/** The largest family one member may act for. */
export const mostFamily = 8

const name = line(1, 12)
const band = v.picklist(ageBands)

/** Joining a centre: how to be called, which age band, which building; agreed to the privacy sentence. */
export const joinInput = v.strictObject({
  name,
  band,
  building: v.nullable(shortId),
  consent: v.literal(true),
})

export const updateInput = v.strictObject({ name, band, building: v.nullable(shortId) })

export const addFamilyInput = v.strictObject({ intent: intentId, name, band, relation: v.picklist(relations) })

export const updateFamilyInput = v.strictObject({ person: personId, name, band, relation: v.picklist(relations) })

export const removeFamilyInput = v.strictObject({ person: personId })
