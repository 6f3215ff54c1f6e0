import type { Activity } from '../../src/domain/activity'
import type { Centre } from '../../src/domain/centre'
import type { Member } from '../../src/domain/member'
import type { Verdict } from '../../src/domain/rating'
import { Refused } from '../../src/domain/refusal'
import type { Roster } from '../../src/domain/roster'
import { grown } from './birth'
import { memberId } from './caller'
import type { CollectionName } from './collections'
import { openCentre, type Stage } from './database'

/** Who stands at the door, and of which centre. */
export interface Caller {
  centre: Centre
  /** The id they have, or would have, as a member; nothing for someone who is not signed in. */
  self: string | null
  /** The member, of the bands that they and theirs are of today; nothing for one who is being deleted. */
  member: Member | null
  /** The roster that the procedure asked for; nothing where it asked for none or there is none. */
  roster: RosterDoor | null
  /** The activity and what was said of it, where the procedure asked for those. */
  activity: Activity | null
  verdict: Verdict | null
  /** What else the procedure asked for, each a list in the order in which it was asked for. */
  beside: unknown[][]
}

/** A roster as the door brings it along: the guard fields and the rules, and the log where that was asked for. */
export type RosterDoor = Omit<Roster, 'events'> & { events?: Roster['events'] }

/** Documents of the centre that a procedure wants the door to bring along, by conditions as the database reads them. */
export interface Beside {
  from: CollectionName
  match: Record<string, unknown>
  /** A few: what many may match is asked for by the procedure itself. */
  limit: number
  /** What else is done with those in the same request: what lies beside them in turn. */
  stages?: Stage[]
}

interface Row extends Centre {
  members?: Member[]
  rosters?: RosterDoor[]
  activities?: Activity[]
  verdicts?: Verdict[]
}

/** What is looked up beside the centre, all under one id. */
export interface Wanted {
  id: string
  /** The roster with its log. */
  log: boolean
  /** The activity itself, and the verdict on it. */
  verdict: boolean
}

/** One document of the centre, looked up beside it. */
const beside = (from: string, _id: string, centre: string, without: Record<string, 0> | null) => ({
  $lookup: {
    from,
    pipeline: [{ $match: { _id, centre } }, { $limit: 1 }, ...(without ? [{ $project: without }] : [])],
    as: from,
  },
})

const alsoBeside = ({ from, match, limit, stages = [] }: Beside, centre: string, place: number) => ({
  $lookup: { from, pipeline: [{ $match: { ...match, centre } }, { $limit: limit }, ...stages], as: `beside${place}` },
})

/** What of a member no procedure needs but their own account's. */
const kept = { consent: 0, contactConsent: 0, phone: 0, room: 0 } as const

/**
 * The centre, its member and, where it is asked for, one roster's guard fields: all in one request. A centre that does
 * not exist is refused.
 */
export async function callerOf(
  centre: string,
  identity: string | null,
  wanted: Wanted | null,
  wish: (self: string | null) => readonly Beside[],
  now: number,
): Promise<Caller> {
  const self = identity === null ? null : memberId(centre, identity)
  const more = wish(self)
  const lookups = [
    ...(self === null ? [] : [beside('members', self, centre, kept)]),
    ...(wanted === null ? [] : [beside('rosters', wanted.id, centre, wanted.log ? null : { events: 0 })]),
    ...(wanted?.verdict
      ? [beside('activities', wanted.id, centre, null), beside('verdicts', wanted.id, centre, null)]
      : []),
    ...more.map((each, place) => alsoBeside(each, centre, place)),
  ]
  const row = await openCentre<Row & Record<`beside${number}`, unknown[]>>(centre, lookups)
  if (!row) throw new Refused({ reason: 'not-found' })
  const { members, rosters, activities, verdicts, ...rest } = row
  const brought = more.map((_, place) => row[`beside${place}`] ?? [])
  const found = Object.fromEntries(
    Object.entries(rest).filter(([name]) => !/^beside\d+$/.test(name)),
  ) as unknown as Centre
  const there = members?.[0]
  const member = there && there.erasing === undefined ? grown(there, now) : null
  return {
    centre: found,
    self,
    member,
    roster: rosters?.[0] ?? null,
    activity: activities?.[0] ?? null,
    verdict: verdicts?.[0] ?? null,
    beside: brought,
  }
}
