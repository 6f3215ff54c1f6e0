import { type Member, ownPeople } from '../../src/domain/member'
import { type Capability, covers } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import { whyNotAgreed } from '../activity/view'

/** Refuses a person who is not the caller's own, whom none of their roles reaches, or for whom nobody agreed yet. */
export function checkOwnPerson(member: Member, person: string, capability: Capability): void {
  if (!ownPeople(member).includes(person)) throw new Refused({ reason: 'not-your-family' })
  if (!covers(member, capability, { person })) throw new Refused({ reason: 'no-permission' })
  const whyNot = whyNotAgreed(member, person)
  if (whyNot) throw new Refused(whyNot)
}
