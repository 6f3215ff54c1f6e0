import * as v from 'valibot'
import type { ActivityCard } from './activity'
import { centreId, shortId } from './input'
import type { HoursSettings } from './ledger'
import type { OwnProfile } from './member'
import type { RunningOrder } from './order-page'
import type { CentreRest } from './shift-rest'

/** One community service centre. Everything else in the data belongs to exactly one. */
export interface Centre {
  _id: string
  name: string
  shortName: string
  district: string
  address: string
  motto: string
  /** Opening hours as local 24-hour text, "09:00-21:00". */
  hours: { weekday: string; weekend: string; note: string }
  buildings: Building[]
  /** Where the printed codes hang: a code in the lobby, at a lift, on a poster. */
  doors: Door[]
  /** Places at whose door a printed code may be used for checking in: weaker, so it has to be allowed. */
  paperPlaces?: string[]
  /** What the centre wants of volunteers' hours beyond counting them; absent is nothing. */
  volunteering?: HoursSettings
  /** How much rest volunteers are to have; absent is the usual. */
  rest?: CentreRest
  /** So many households that want the same make a draft of it. */
  wantThreshold?: number
  /** Who of the staff answers for what nobody has taken yet. */
  duty?: string
}

export interface Building {
  id: string
  name: string
  estate: string
  estateName: string
}

export interface Door {
  id: string
  name: string
}

/** Someone came through a door: what is counted of it. */
export interface Visit {
  /** Derived from the client's visit, so that the same visit is counted once. */
  _id: string
  centre: string
  door: string
  page: 'home' | 'activity' | 'menu'
  /** The member's id, where someone has joined. */
  member: string | null
  at: number
}

/** The open page of a centre: what anyone sees, cold, without signing in. */
export interface CentrePage {
  centre: {
    id: string
    name: string
    shortName: string
    address: string
    motto: string
    hours: Centre['hours']
    buildings: Building[]
  }
  /** Who is looking, where they have joined this centre. */
  me?: OwnProfile
  /** The newest order of theirs that is under way, and how many others are; absent where none is. */
  order?: RunningOrder & { others: number }
  /** Open activities of the next seven days, and how many of them still have a seat. */
  week: { activities: number; withRoom: number }
  /** The next few activities, soonest first. */
  soon: ActivityCard[]
}

/** A scan of a printed code or a tap on a shared card: which door brought someone. `visit` is made by the client. */
export const enterInput = v.strictObject({
  visit: shortId,
  door: shortId,
  /** The page that the door opened. */
  page: v.picklist(['home', 'activity', 'menu']),
})

/** How many days back one looks. */
export const doorsInput = v.strictObject({ days: v.picklist([7, 30, 90]) })

/** Which page, and which door it is to be counted as. */
export const codeInput = v.strictObject({ activity: v.nullable(shortId), door: shortId })

export { centreId }
