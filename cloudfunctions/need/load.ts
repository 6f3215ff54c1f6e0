import type { Member } from '../../src/domain/member'
import type { Need } from '../../src/domain/need'
import { isShared } from '../../src/domain/need-rules'
import { holds } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import type { Database } from '../runtime/database'
import { allowed, type MemberCall } from '../runtime/procedure'

/** Whether someone may read a need at all: its author and who answers for it; neighbours only what is on the square. */
export function mayRead(call: MemberCall, need: Need): boolean {
  const { member, self } = call
  if (need.author === self || need.owner === self) return true
  // Delicate things are for those who handle cases, never for a committee or a team.
  if (need.care !== 'open' || need.sight === 'staff') return holds(member.roles, 'see-sensitive-need')
  if (allowed(call, 'answer-need', {})) return true
  if (need.sight !== 'square' || !holds(member.roles, 'see-need-square')) return false
  return isShared(need) || need.members.includes(self) || need.state === 'solved'
}

/** The need, whole; refused where there is none, or none that the caller may know of. */
export async function needOf(call: MemberCall, id: string): Promise<Need> {
  const need = await call.db.needs.get(id)
  if (!need || !mayRead(call, need)) throw new Refused({ reason: 'not-found' })
  return need
}

/** One's own need; of anyone else's it says no more than of none. */
export async function ownNeed(call: MemberCall, id: string): Promise<Need> {
  const need = await needOf(call, id)
  if (need.author !== call.self) throw new Refused({ reason: 'not-found' })
  return need
}

/** A need that the caller may answer for: of the staff, and of a delicate one only who handles cases. */
export async function answerable(call: MemberCall, id: string): Promise<Need> {
  const need = await call.db.needs.get(id)
  if (!need || !allowed(call, 'answer-need', {}) || !mayRead(call, need)) throw new Refused({ reason: 'not-found' })
  return need
}

/** Who of the staff answers when nobody is named: who is on duty, else a social worker, else of the committee. */
export async function dutyOf(db: Database, duty: string | undefined): Promise<string | null> {
  if (duty !== undefined) return duty
  for (const role of ['social-worker', 'committee-member'] as const) {
    const [found] = await db.members.aggregate<Pick<Member, '_id'>>({ roles: role, erasing: { $exists: false } }, [
      { $sort: { _id: 1 } },
      { $limit: 1 },
      { $project: { _id: 1 } },
    ])
    if (found) return found._id
  }
  return null
}

/** How often a step is tried where the log grew between the step that refused and the look at why. */
export const attempts = 4
