import { isMinor } from '../../src/domain/age'
import type { Household, HouseholdPage } from '../../src/domain/household'
import type { Member } from '../../src/domain/member'
import { grown } from '../runtime/birth'
import type { Database } from '../runtime/database'
import type { MemberCall } from '../runtime/procedure'

type Person = Pick<Member, '_id' | 'name' | 'band' | 'birth' | 'family' | 'guardian'>

/** The household of a person; there is one at most. */
export const householdOf = async (db: Database, person: string): Promise<Household | undefined> =>
  (await db.households.aggregate<Household>({ members: person }, [{ $limit: 1 }]))[0]

/** A household as one of its people sees it: who is in it, and which teenager still needs a grown-up's yes. */
export async function pageOf({ db, member, now, self }: MemberCall, household?: Household): Promise<HouseholdPage> {
  if (!household) return null
  const fields = { name: 1, band: 1, birth: 1, family: 1, guardian: 1 }
  const living = { _id: { $in: household.members }, erasing: { $exists: false } }
  const found = await db.members.aggregate<Person>(living, [{ $project: fields }])
  const people = household.members.flatMap((id) => {
    const person = found.find(({ _id }) => _id === id)
    if (!person) return []
    const teen = isMinor(grown(person, now).band)
    const { guardian } = person
    const agreed = teen && guardian !== undefined
    return [{ id, name: person.name, me: id === self, teen, agreed, byMe: agreed && guardian.by === self }]
  })
  return { people, grownUp: !isMinor(member.band) }
}
