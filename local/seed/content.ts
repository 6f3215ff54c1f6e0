import type { AgeBand } from '../../src/domain/age'
import type { Centre } from '../../src/domain/centre'
import type { Relation } from '../../src/domain/member'
import type { Role } from '../../src/domain/role'
import activities from './content/activities.json'
import centre from './content/centre.json'
import members from './content/members.json'
import people from './content/people.json'

/** The demo centre as it is written down: all made up, every date counted in days from today. */
export interface MemberContent {
  id: string
  name: string
  band: AgeBand
  building: string | null
  roles: Role[]
  team?: string
  organisation?: string
  /** The wording that they agreed to, where that is an older one. */
  consent?: string
  family?: { key: string; name: string; band: AgeBand; relation: Relation }[]
}

/** Who signed up: a member for themselves, or a member and the family member that they signed up. */
export type Signer = [by: string, person?: string]

export interface ActivityContent {
  id: string
  title: string
  description: string
  category: string
  item: string
  organiser: { id: string; name: string }
  team?: string
  place: { id: string; name: string; note: string }
  /** Days from today; start and end are local times of that day. */
  day: number
  start: string
  end: string
  opensDay: number
  closesDay: number
  capacity: number
  bands: AgeBand[]
  private?: boolean
  /** How many people have a seat, wait, and left again. */
  seated: number
  waiting: number
  left: number
  /** Those of them who are known by name, in the order in which they came. */
  named?: Signer[]
  namedWaiting?: Signer[]
  priority?: { untilDay: number; until: string; bands: AgeBand[]; buildings: string[]; label: string }
}

/** Someone whom one can act as in the demo. */
export interface DemoPerson {
  id: string
  name: string
  note: string
  roles: Role[]
}

export const centreContent: Omit<Centre, '_id'> & { id: string } = centre
export const memberContent = members as MemberContent[]
export const activityContent = activities as ActivityContent[]
export const demoPeople = people as DemoPerson[]
