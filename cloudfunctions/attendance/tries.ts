import { minute } from '../../src/domain/day'
import { Refused } from '../../src/domain/refusal'
import { _ } from '../runtime/database'
import type { MemberCall } from '../runtime/procedure'

/** How many times digits may be tried, and in what time. */
const tries = { most: 5, within: 10 * minute } as const

/** Takes one of the member's tries, before the digits are looked at: however many ask at once, only so many look. */
export async function takeTry({ db, member, now }: MemberCall): Promise<void> {
  const until = (Math.floor(now / tries.within) + 1) * tries.within
  const another = () =>
    db.members.findAndChange(
      { _id: member._id, 'digitTries.until': until, 'digitTries.made': _.lt(tries.most) },
      { 'digitTries.made': _.inc(1) },
    )
  const first = () =>
    db.members.findAndChange(
      { _id: member._id, 'digitTries.until': _.neq(until) },
      { digitTries: _.set({ until, made: 1 }) },
    )
  const taken = member.digitTries?.until === until ? await another() : ((await first()) ?? (await another()))
  if (!taken) throw new Refused({ reason: 'code-tries', until })
}
