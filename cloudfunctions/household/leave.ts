import type { HouseholdPage } from '../../src/domain/household'
import { noInput } from '../../src/domain/input'
import { Refused } from '../../src/domain/refusal'
import { _, type Database } from '../runtime/database'
import { type MemberCall, procedure } from '../runtime/procedure'
import { householdOf } from './page'

/** Leaves my household; the last one takes it along. Leaving twice is leaving once. */
export const leave = procedure({
  needs: 'member',
  input: noInput,
  run: async ({ db, self }): Promise<HouseholdPage> => {
    await leaveHousehold(db, self)
    return null
  },
})

/** How often it is tried where someone else came or went in the same moment. */
const attempts = 4

/** Takes a person out of their household, and with them every guardian's yes that held only within it. */
export async function leaveHousehold(db: Database, person: string): Promise<void> {
  const household = await householdOf(db, person)
  if (!household) return
  const others = household.members.filter((id) => id !== person)
  if (others.length > 0) {
    await db.members.change({ _id: _.in(others), 'guardian.by': person }, { guardian: _.remove() })
    await db.members.change({ _id: person, 'guardian.by': _.in(others) }, { guardian: _.remove() })
  }
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const left = await db.households.findAndChange(
      { _id: household._id, members: person, 'members.1': _.exists(true) },
      { members: _.pull(person) },
    )
    if (left) return
    const removed = await db.households.remove({
      _id: household._id,
      members: person,
      'members.1': _.exists(false),
    })
    if (removed > 0 || !(await householdOf(db, person))) return
  }
  throw new Refused({ reason: 'server-busy' })
}

/** Whoever deleted their account meanwhile is of no household. */
export async function settled({ db, self }: MemberCall, page: HouseholdPage): Promise<HouseholdPage> {
  if (page?.people.some(({ me }) => me)) return page
  await leaveHousehold(db, self)
  throw new Refused({ reason: 'not-joined-centre' })
}
