import * as v from 'valibot'
import type { ActivityCard } from './activity'
import type { AgeBand } from './age'
import { intentId, line, personId, shortId } from './input'

/** A group in a list, as anyone sees it. */
export interface GroupCard {
  id: string
  item: string
  name: string
  leads: string
  meets: string
  place: string
  capacity: number
  members: number
  free: number
  waiting: number
}

/** A place of one of my own people. */
export interface OwnPlace {
  id: string
  person: { id: string; name: string }
  state: 'in' | 'waiting'
  position: number | null
}

export interface GroupPage extends GroupCard {
  about: string
  bands: AgeBand[]
  private: boolean
  open: boolean
  mine: OwnPlace[]
  /** Who belongs to it, to who does too: the first character of each grown-up's name; nobody of what is private. */
  names: string[] | null
  meetings: ActivityCard[]
  /** Whether who looks may change it. */
  manages: boolean
}

/** Someone on a group's list, to who leads or keeps it. */
export interface GroupPerson {
  id: string
  /** The member's id, where they may be asked to lead it. */
  member: string | null
  /** Nothing of who deleted their account, nor of a minor to who may not know. */
  name: string | null
  state: 'in' | 'waiting'
  position: number | null
  since: number
}

export interface DeskGroup extends GroupCard {
  about: string
  leader: string | null
  open: boolean
  version: number
  people: GroupPerson[]
  /** What is planned under the same item, and whether it is this group's. */
  meetings: { id: string; title: string; startsAt: number; linked: boolean }[]
}

export interface GroupDesk {
  groups: DeskGroup[]
  /** Items of the menu under which a group may stand. */
  items: { code: string; name: string }[]
  /** Whether the caller may make one. */
  makes: boolean
}

const group = { group: shortId } as const
const reason = line(2, 60)
/** A member's id, never one of the family's. */
const memberId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,40}$/))

export const groupListInput = v.strictObject({ item: v.nullable(shortId) })
export const groupInput = v.strictObject(group)
export const joinGroupInput = v.strictObject({ intent: intentId, ...group, person: personId })
export const leaveGroupInput = v.strictObject({ intent: intentId, ...group, place: intentId })
export const removeFromGroupInput = v.strictObject({ ...leaveGroupInput.entries, reason })
export const endGroupInput = v.strictObject({ intent: intentId, ...group, reason })
export const linkGroupInput = v.strictObject({ intent: intentId, ...group, activity: shortId, linked: v.boolean() })

/** A group as it is written down; `version` is the one that was seen, 0 for a new one. */
export const saveGroupInput = v.strictObject({
  intent: intentId,
  ...group,
  version: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e6)),
  item: shortId,
  name: line(2, 16),
  about: line(2, 120),
  leads: line(1, 16),
  leader: v.nullable(memberId),
  meets: line(2, 40),
  place: line(2, 40),
  capacity: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
})
