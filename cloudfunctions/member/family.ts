import type { InferOutput } from 'valibot'
import {
  type addFamilyInput,
  type FamilyMember,
  mostFamily,
  type OwnProfile,
  ownProfile,
  type removeFamilyInput,
  type updateFamilyInput,
} from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import { type AgeBand, isMinor } from '../../src/domain/age'
import { consentVersion } from '../../src/domain/consent'
import { sealBirth } from '../runtime/birth'
import { derivedId } from '../runtime/caller'
import { _ } from '../runtime/database'
import type { MemberCall } from '../runtime/procedure'
import { bandOf } from './age'
import { checkName } from './name'

/** The member as they are now, for a step that found something else than the door saw. */
async function reread({ db, self }: MemberCall) {
  const member = await db.members.get(self)
  if (!member) throw new Refused({ reason: 'not-joined-centre' })
  return member
}

/** A guardian is grown up: nobody under 18 agrees for another minor. */
function checkGuardian({ member }: MemberCall, band: AgeBand): void {
  if (isMinor(band) && isMinor(member.band)) throw new Refused({ reason: 'guardian-needed' })
}

/**
 * Adds one of the family, and makes the member someone who acts for family. The person's id follows from the intent:
 * a replay adds nobody, not even after the person was removed again. The ninth is refused by the same atomic step.
 */
export async function addFamily(call: MemberCall, input: InferOutput<typeof addFamilyInput>): Promise<OwnProfile> {
  const { intent, name, birth, relation } = input
  const band = bandOf(input.band, birth, call.now)
  checkGuardian(call, band)
  await checkName(name, call.openid)
  const id = `${call.self}.${derivedId(8, intent)}`
  const person: FamilyMember = {
    id,
    name,
    band,
    relation,
    ...(birth && { birth: sealBirth(id, birth) }),
    consent: { version: consentVersion, at: call.now },
  }
  const changed = await call.db.members.findAndChange(
    {
      _id: call.self,
      'family.id': _.neq(id),
      formerFamily: _.neq(id),
      [`family.${mostFamily - 1}`]: _.exists(false),
    },
    { family: _.push([person]), roles: _.addToSet('family-proxy') },
  )
  if (changed) return ownProfile(changed)
  const member = await reread(call)
  const known = member.family.some((person) => person.id === id) || member.formerFamily?.includes(id)
  if (!known) throw new Refused({ reason: 'family-full', most: mostFamily })
  return ownProfile(member)
}

/** Changes what is said of one of the family. The id stays, and with it everything they are signed up for. */
export async function updateFamily(
  call: MemberCall,
  { person, name, band: said, birth, relation }: InferOutput<typeof updateFamilyInput>,
): Promise<OwnProfile> {
  const band = bandOf(said, birth, call.now)
  checkGuardian(call, band)
  await checkName(name, call.openid)
  // Somebody may be removed between the look and the step, and the places in the list move: then look once more.
  for (const look of [async () => call.member, () => reread(call)]) {
    const { family } = await look()
    const place = family.findIndex(({ id }) => id === person)
    if (place < 0) throw new Refused({ reason: 'not-your-family' })
    const changed = await call.db.members.findAndChange(
      { _id: call.self, [`family.${place}.id`]: person },
      {
        [`family.${place}.name`]: name,
        [`family.${place}.band`]: band,
        [`family.${place}.relation`]: relation,
        [`family.${place}.birth`]: birth ? sealBirth(person, birth) : _.remove(),
        [`family.${place}.consent`]: _.set({ version: consentVersion, at: call.now }),
      },
    )
    if (changed) return ownProfile(changed)
  }
  throw new Refused({ reason: 'server-busy' })
}

/**
 * Removes one of the family; not while they are expected somewhere, now or later, nor while something is lent to them or
 * kept for them, nor while a group counts on them or somebody is to come to them. Removing twice is removing once.
 */
export async function removeFamily(
  call: MemberCall,
  { person }: InferOutput<typeof removeFamilyInput>,
): Promise<OwnProfile> {
  const { family, formerFamily } = call.member
  if (formerFamily?.includes(person)) return ownProfile(call.member)
  if (!family.some(({ id }) => id === person)) throw new Refused({ reason: 'not-your-family' })
  // What was lent before members kept their loans themselves is known by the things alone.
  const [[lent], [group], [order]] = call.beside as [{ name: string }[], { name: string }[], { title: string }[]]
  if (lent) throw new Refused({ reason: 'family-loan', name: lent.name })
  if (group) throw new Refused({ reason: 'family-group', name: group.name })
  if (order) throw new Refused({ reason: 'family-order', name: order.title })
  const changed = await call.db.members.findAndChange(
    {
      _id: call.self,
      'family.id': person,
      calendar: _.not(_.elemMatch({ people: person, endsAt: { $gt: call.now } })),
      'loans.person': _.nin([person]),
    },
    { family: _.pull({ id: person }), formerFamily: _.addToSet(person) },
  )
  if (changed) return ownProfile(changed)
  const member = await reread(call)
  if (member.family.some(({ id }) => id === person)) {
    const loan = member.loans?.find((each) => each.person === person)
    throw new Refused(loan ? { reason: 'family-loan', name: loan.name } : { reason: 'family-busy' })
  }
  return ownProfile(member)
}
