import * as v from 'valibot'
import { dayInput } from './day-input'
import { intentId, line, shortId } from './input'
import type { CheckedLicence, Licence, LicenceState } from './licence'
import type { ResourceCard } from './resource'
import type { Role } from './role'

/** What a provider is: an organisation, a firm, a team of volunteers, the centre's own committee or social workers. */
export const providerKinds = ['organisation', 'enterprise', 'team', 'committee', 'social-work'] as const
export type ProviderKind = (typeof providerKinds)[number]

/** From when to when on a day of the week, in minutes of the day. */
export interface Hours {
  from: number
  to: number
}

/** Who provides what is on the menu, at one centre. */
export interface Provider {
  /** Follows from the centre and the key. */
  _id: string
  centre: string
  /** The organisation's or the team's own id, by which members, activities and the menu name it. */
  key: string
  kind: ProviderKind
  name: string
  about: string
  /** By the days of the week, Sunday first; nothing on days when they do not work. */
  hours: (Hours | null)[]
  /** Days when they are closed besides, each by its first moment. */
  closed: number[]
  /** How many a week they can do altogether; nothing where nobody counts. */
  weekly: number | null
  licences: Licence[]
  /** Who was let work for it, and who not any more, in the order in which it was said. */
  staffing?: Staffing[]
  version: number
  /** The intent of the last change. */
  saved: string
}

/** Someone of its people came or went. Whoever is deleted is nobody here. */
export interface Staffing {
  /** The intent. */
  id: string
  at: number
  by: string | null
  kind: 'link' | 'unlink'
  member: string | null
}

/**
 * The role that working for a provider gives: only organisations and firms have people of their own; a team's are
 * volunteers, and the committee's and the social workers' roles are nobody's to give here.
 */
export const roleFor = (kind: ProviderKind): Role | null =>
  kind === 'organisation' ? 'operator' : kind === 'enterprise' ? 'enterprise' : null

/** A provider as everyone may know it. */
export interface ProviderGlance {
  key: string
  name: string
  kind: ProviderKind
  about: string
  hours: (Hours | null)[]
  /** Closed on these days of the next weeks. */
  closed: number[]
  /** What was checked, and until when it holds. */
  licences: CheckedLicence[]
}

/** A provider among others, for staff. */
export interface ProviderRow {
  key: string
  name: string
  kind: ProviderKind
  weekly: number | null
  /** How many services of the published menu they provide. */
  services: number
  licences: Record<LicenceState, number>
}

/** A provider's own side. */
export interface ProviderPage {
  key: string
  version: number
  name: string
  kind: ProviderKind
  about: string
  hours: (Hours | null)[]
  closed: number[]
  weekly: number | null
  licences: (Omit<Licence, 'by' | 'check'> & { state: LicenceState; reason: string | null })[]
  /** What of the published menu they provide. */
  services: { code: string; name: string; qualification: string | null; paused: boolean }[]
  resources: ResourceCard[]
  /** Its own people, by the names they chose; of a team and of the centre's own there are none here. */
  people: { id: string; name: string }[]
  /** Whether the caller lets people work for it. */
  links: boolean
  /** Whether the caller checks licences. */
  checks: boolean
}

const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60))
const version = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))

const hours = v.nullable(
  v.pipe(
    v.strictObject({ from: minutes, to: minutes }),
    v.check(({ from, to }) => from < to),
  ),
)

export const providerInput = v.strictObject({ provider: shortId })

/** Says what a provider is and when it works; version 0 makes a new one. */
export const saveProviderInput = v.strictObject({
  intent: intentId,
  provider: shortId,
  version,
  kind: v.picklist(providerKinds),
  name: line(2, 20),
  about: line(2, 60),
  hours: v.pipe(v.array(hours), v.length(7)),
  closed: v.pipe(v.array(dayInput), v.maxLength(60)),
  weekly: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999))),
})

export const addLicenceInput = v.strictObject({
  intent: intentId,
  provider: shortId,
  name: line(2, 20),
  until: v.nullable(dayInput),
})

/** Staff have seen the original; or say why it does not hold. */
export const checkLicenceInput = v.strictObject({
  intent: intentId,
  provider: shortId,
  licence: intentId,
  pass: v.boolean(),
  reason: v.nullable(line(2, 40)),
})

/** Lets a member work for it, or not any more. */
export const linkPersonInput = v.strictObject({ intent: intentId, provider: shortId, person: shortId })

export const dropLicenceInput = v.strictObject({ intent: intentId, provider: shortId, licence: intentId })
