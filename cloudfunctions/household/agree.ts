import { isMinor } from '../../src/domain/age'
import { consentVersion } from '../../src/domain/consent'
import { agreeInput, type HouseholdPage } from '../../src/domain/household'
import { Refused } from '../../src/domain/refusal'
import { _, type Database } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { householdOf, pageOf } from './page'

/**
 * A grown-up agrees, as a guardian, to a teenager of the household signing up by themselves; or takes it back. Who
 * agreed, to which wording and when is kept with the teenager.
 */
export const agree = procedure({
  needs: 'member',
  input: agreeInput,
  run: async (call, { person, agree: yes }): Promise<HouseholdPage> => {
    const { db, member, now, self } = call
    if (isMinor(member.band)) throw new Refused({ reason: 'guardian-needed' })
    if (!(await together(db, self, person))) throw new Refused({ reason: 'not-in-household' })
    if (!yes) await takeBack(db, self, person)
    else {
      const guardian = { by: self, version: consentVersion, at: now }
      await db.members.findAndChange({ _id: person }, { guardian: _.set(guardian) })
      // One of them may have left meanwhile; then the yes does not hold.
      if (!(await together(db, self, person))) {
        await takeBack(db, self, person)
        throw new Refused({ reason: 'not-in-household' })
      }
    }
    return pageOf(call, await householdOf(db, self))
  },
})

const together = async (db: Database, one: string, other: string): Promise<boolean> =>
  one !== other && ((await householdOf(db, one))?.members.includes(other) ?? false)

const takeBack = (db: Database, guardian: string, person: string) =>
  db.members.change({ _id: person, 'guardian.by': guardian }, { guardian: _.remove() })
