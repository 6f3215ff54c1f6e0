import { randomInt } from 'node:crypto'
import { codeLasts, type HouseholdCode } from '../../src/domain/household'
import { noInput } from '../../src/domain/input'
import { Refused } from '../../src/domain/refusal'
import { isDuplicate } from '../runtime/attempt'
import { _ } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { macOf } from '../runtime/secret'

/** What is kept of a code: who reads the database does not read the digits. */
export const codeMac = (centre: string, digits: string): string => macOf(24, 'household', centre, digits)

/** Six new digits, drawn so that nobody can foretell them. */
export function newCode(centre: string, until: number) {
  const digits = String(randomInt(1_000_000)).padStart(6, '0')
  return { digits, code: { mac: codeMac(centre, digits), until } }
}

/** How often other digits are drawn where some household has the first ones. */
const draws = 3

/** A new code for my household, for a few minutes; the one before it lets nobody in any more. */
export const code = procedure({
  needs: 'member',
  input: noInput,
  run: async ({ centre, db, now, self }): Promise<HouseholdCode> => {
    for (let draw = 0; draw < draws; draw += 1) {
      const until = now + codeLasts
      const drawn = newCode(centre._id, until)
      try {
        const changed = await db.households.findAndChange({ members: self }, { code: _.set(drawn.code) })
        if (!changed) throw new Refused({ reason: 'not-in-household' })
        return { digits: drawn.digits, until }
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
    }
    throw new Refused({ reason: 'server-busy' })
  },
})
