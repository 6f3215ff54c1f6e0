import type { OwnParty } from '../../src/domain/activity'
import { isMinor } from '../../src/domain/age'
import type { Member } from '../../src/domain/member'
import { covers } from '../../src/domain/permission'
import { type Refusal, Refused } from '../../src/domain/refusal'
import type { Party, Seating } from '../../src/domain/seating'
import { positionOf, type Signer } from '../../src/domain/sign-up'

/** Why nobody has agreed yet to this minor's being signed up; nothing for a grown-up. */
export function whyNotAgreed(member: Member, id: string): Refusal | undefined {
  if (id === member._id) return isMinor(member.band) && !member.guardian ? { reason: 'guardian-needed' } : undefined
  const child = member.family.find((person) => person.id === id && isMinor(person.band) && !person.consent)
  return child && { reason: 'consent-needed', name: child.name }
}

/**
 * The people a member may sign up, by the ids asked for: themselves and their family, nobody twice, nobody else's, and
 * each only where one of the member's roles reaches them (who adds family becomes someone who acts for family).
 */
export function signersOf(member: Member, ids: readonly string[]): Signer[] {
  const mine: Signer[] = [{ id: member._id, band: member.band }, ...member.family]
  return [...new Set(ids)].map((id) => {
    const signer = mine.find((person) => person.id === id)
    if (!signer) throw new Refused({ reason: 'not-your-family' })
    if (!covers(member, 'sign-up', { person: id })) throw new Refused({ reason: 'no-permission' })
    const whyNot = whyNotAgreed(member, id)
    if (whyNot) throw new Refused(whyNot)
    return { id: signer.id, band: signer.band }
  })
}

/** The caller's own parties, each as it stands. */
export function ownParties(seating: Seating, member: Member): OwnParty[] {
  return seating.parties.filter((party) => party.member === member._id).map((party) => ownParty(seating, party, member))
}

/** One of the caller's parties with its people's names; someone who is no longer in the family has none. */
export function ownParty(seating: Seating, party: Party, member: Member): OwnParty {
  const names = new Map([[member._id, member.name], ...member.family.map(({ id, name }) => [id, name] as const)])
  const position = positionOf(seating, party)
  return {
    id: party.id,
    people: party.people.map((id) => ({ id, name: names.get(id) ?? '' })),
    state: party.state,
    ...(position !== undefined && { position }),
    ...(party.expiresAt !== undefined && { expiresAt: party.expiresAt }),
  }
}
