import type { Centre } from '../../src/domain/centre'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import type { Roster } from '../../src/domain/roster'
import { grown } from './birth'
import { memberId } from './caller'
import { openCentre } from './database'

/** Who stands at the door, and of which centre. */
export interface Caller {
  centre: Centre
  /** The id they have, or would have, as a member; nothing for someone who is not signed in. */
  self: string | null
  /** The member, of the bands that they and theirs are of today; nothing for one who is being deleted. */
  member: Member | null
  /** The roster that the procedure asked for; nothing where it asked for none or there is none. */
  roster: RosterDoor | null
}

/** A roster as the door brings it along: the guard fields and the rules, and the log where that was asked for. */
export type RosterDoor = Omit<Roster, 'events'> & { events?: Roster['events'] }

interface Row extends Centre {
  members?: Member[]
  rosters?: RosterDoor[]
}

/** One document of the centre, looked up beside it. */
const beside = (from: string, _id: string, centre: string, without: Record<string, 0> | null) => ({
  $lookup: {
    from,
    pipeline: [{ $match: { _id, centre } }, { $limit: 1 }, ...(without ? [{ $project: without }] : [])],
    as: from,
  },
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
  roster: { id: string; log: boolean } | null,
  now: number,
): Promise<Caller> {
  const self = identity === null ? null : memberId(centre, identity)
  const lookups = [
    ...(self === null ? [] : [beside('members', self, centre, kept)]),
    ...(roster === null ? [] : [beside('rosters', roster.id, centre, roster.log ? null : { events: 0 })]),
  ]
  const row = await openCentre<Row>(centre, lookups)
  if (!row) throw new Refused({ reason: 'not-found' })
  const { members, rosters, ...found } = row
  const there = members?.[0]
  const member = there && there.erasing === undefined ? grown(there, now) : null
  return { centre: found, self, member, roster: rosters?.[0] ?? null }
}
