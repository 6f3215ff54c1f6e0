import { type Birth, bandAt } from '../../src/domain/birth'
import type { FamilyMember, Member } from '../../src/domain/member'
import { seal, unseal } from './secret'

/** A birth as it is stored: only its owner's procedures read it. */
export const sealBirth = (person: string, { year, month }: Birth): string => seal('birth', person, `${year}-${month}`)

/** The birth of a person, where it is known. */
export function birthOf(person: string, sealed: string | undefined): Birth | null {
  if (sealed === undefined) return null
  const [year, month] = unseal('birth', person, sealed).split('-').map(Number) as [number, number]
  return { year, month }
}

type Aged = Pick<Member, '_id' | 'band' | 'birth'> & { family: FamilyMember[] }

/** The member, with the bands that they and their family are of at `now`: children grow while nobody looks. */
export function grown<Person extends Aged>(member: Person, now: number): Person {
  const bandOf = (person: string, known: Pick<FamilyMember, 'band' | 'birth'>) => {
    const birth = birthOf(person, known.birth)
    return birth ? bandAt(birth, now) : known.band
  }
  return {
    ...member,
    band: bandOf(member._id, member),
    family: member.family.map((person) => ({ ...person, band: bandOf(person.id, person) })),
  }
}
