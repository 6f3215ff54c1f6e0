import type { AgeBand } from '../../src/domain/age'
import { isSpokenFor, ratesUntil } from '../../src/domain/rating'
import { ownPeople } from '../../src/domain/member'
import { covers } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import type { MemberCall } from '../runtime/procedure'
import { macOf } from '../runtime/secret'

/** Who rates, as the verdict keeps it: the same person, the same token; from the token, nobody finds the person. */
export const raterOf = (activity: string, person: string): string => macOf(20, 'rater', activity, person)

/** Whose word it is: a small child's is that of the grown-up beside it, who has one however many they bring. */
export const voiceOf = (member: string, person: { id: string; band: AgeBand }): string =>
  person.band === '0-3' || person.band === '4-6' ? member : person.id

/** What the door brought, with the member's own person in it. */
export function brought(call: MemberCall) {
  const { roster, activity, verdict } = call
  if (!roster || !activity) throw new Refused({ reason: 'not-found' })
  return { roster, activity, verdict }
}

/** One's own person by id, with the band of today; someone else's is refused. */
export function ownPerson({ member }: MemberCall, person: string) {
  const own = person === member._id ? member : member.family.find(({ id }) => id === person)
  if (!own) throw new Refused({ reason: 'not-your-family' })
  if (!covers(member, 'rate', { person })) throw new Refused({ reason: 'no-permission' })
  if (person !== member._id && !isSpokenFor(own.band)) throw new Refused({ reason: 'rate-by-themselves' })
  return { id: person, name: own.name, band: own.band, proxy: person !== member._id }
}

export type Person = ReturnType<typeof ownPerson>

/** Whether the activity is one's own work: whoever gave it does not judge it. */
export function isOwnWork({ member, activity }: MemberCall): boolean {
  if (!activity) return false
  const { organiser, team, createdBy } = activity
  return member.organisation === organiser.id || (team !== null && member.team === team) || createdBy === member._id
}

/** Whether the centre itself held it, and the caller is of its staff; or they worked at the desk that day. */
function isStaffOf({ member, activity, centre, roster }: MemberCall): boolean {
  const held = activity?.organiser.id === centre._id && member.organisation === null
  if (held && (member.roles.includes('social-worker') || member.roles.includes('committee-member'))) return true
  const own = ownPeople(member)
  return (roster?.events ?? []).some(
    (event) => event.kind === 'check-in' && event.by === member._id && !event.people.some((each) => own.includes(each)),
  )
}

/** Refuses whoever may not rate this: who was not there, who worked there, too early, too late. */
export function admitRater(call: MemberCall, person: Person): void {
  const { roster } = brought(call)
  const closedAt = ratesUntil(roster.endsAt, person.band, person.proxy)
  admitPresent(call, person)
  if (call.now >= closedAt) throw new Refused({ reason: 'rate-window-closed', closedAt })
}

/** Refuses who was not there, or worked there. */
export function admitPresent(call: MemberCall, person: Person): void {
  const { roster } = brought(call)
  if (isOwnWork(call) || isStaffOf(call)) throw new Refused({ reason: 'rate-own-session' })
  if (roster.state === 'cancelled') throw new Refused({ reason: 'activity-cancelled' })
  if (!roster.present?.includes(person.id)) throw new Refused({ reason: 'rate-not-checked-in' })
  if (call.now < roster.endsAt) throw new Refused({ reason: 'rate-not-finished', endsAt: roster.endsAt })
}
