import { createInput, type HouseholdPage } from '../../src/domain/household'
import { noInput } from '../../src/domain/input'
import { Refused } from '../../src/domain/refusal'
import { derivedId } from '../runtime/caller'
import { procedure } from '../runtime/procedure'
import { agree } from './agree'
import { code, newCode } from './code'
import { join } from './join'
import { leave, settled } from './leave'
import { householdOf, pageOf } from './page'

/** Who is of my household. */
const see = procedure({
  needs: 'see-own-record',
  input: noInput,
  run: async (call): Promise<HouseholdPage> => pageOf(call, await householdOf(call.db, call.self)),
})

/** How often another code is drawn where some household has the first one. */
const draws = 3

/** Begins a household of one, who lets the others in. Who is of one already is refused by the database itself. */
const create = procedure({
  needs: 'member',
  input: createInput,
  run: async (call, { intent }): Promise<HouseholdPage> => {
    const { centre, db, now, self } = call
    const _id = derivedId(16, 'household', self, intent)
    for (let draw = 0; draw < draws; draw += 1) {
      // No one has seen these digits: the first code that lets anyone in is one that is asked for.
      const household = { _id, centre: centre._id, members: [self], code: newCode(centre._id, 0).code, createdAt: now }
      if ((await db.households.insert(household)) === 'inserted') return settled(call, await pageOf(call, household))
      const mine = await householdOf(db, self)
      if (mine?._id === _id) return pageOf(call, mine)
      if (mine) throw new Refused({ reason: 'in-household' })
    }
    throw new Refused({ reason: 'server-busy' })
  },
})

export const procedures = { see, create, code, join, leave, agree }
