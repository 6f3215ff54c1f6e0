import type { Centre } from '../../src/domain/centre'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import { memberId } from './caller'
import { openCentre } from './database'

/** Who stands at the door, and of which centre. */
export interface Caller {
  centre: Centre
  /** The id they have, or would have, as a member; nothing for someone who is not signed in. */
  self: string | null
  member: Member | null
}

/** The centre and its member, in one request. A centre that does not exist is refused. */
export async function callerOf(centre: string, identity: string | null): Promise<Caller> {
  const self = identity === null ? null : memberId(centre, identity)
  const lookup = {
    $lookup: { from: 'members', pipeline: [{ $match: { _id: self, centre } }, { $limit: 1 }], as: 'members' },
  }
  const row = await openCentre<Centre & { members?: Member[] }>(centre, self === null ? [] : [lookup])
  if (!row) throw new Refused({ reason: 'not-found' })
  const { members, ...found } = row
  return { centre: found, self, member: members?.[0] ?? null }
}
