import { type HouseholdPage, joinHouseholdInput, mostPeople, mostTries, triesWithin } from '../../src/domain/household'
import { Refused } from '../../src/domain/refusal'
import { isDuplicate } from '../runtime/attempt'
import { _ } from '../runtime/database'
import { type MemberCall, procedure } from '../runtime/procedure'
import { codeMac } from './code'
import { settled } from './leave'
import { householdOf, pageOf } from './page'

/**
 * Joins a household by its code, in one atomic step: the code and the room are in its filter, and that one is of no
 * other household the database's unique key says. The try is paid for before, so that many guesses at once are no more
 * than a few.
 */
export const join = procedure({
  needs: 'member',
  input: joinHouseholdInput,
  run: async (call, { code }): Promise<HouseholdPage> => {
    const { centre, db, now, self } = call
    const mine = await householdOf(db, self)
    const mac = codeMac(centre._id, code)
    if (mine?.code.mac === mac) return pageOf(call, mine)
    if (mine) throw new Refused({ reason: 'in-household' })
    await payTry(call)
    const open = { 'code.mac': mac, 'code.until': _.gt(now) }
    const room = { members: _.neq(self), [`members.${mostPeople - 1}`]: _.exists(false) }
    try {
      const joined = await db.households.findAndChange({ ...open, ...room }, { members: _.push([self]) })
      if (joined) return settled(call, await pageOf(call, joined))
    } catch (error) {
      if (isDuplicate(error)) throw new Refused({ reason: 'in-household' })
      throw error
    }
    const [found] = await db.households.aggregate<{ members: string[] }>(
      { 'code.mac': mac, 'code.until': { $gt: now } },
      [{ $limit: 1 }, { $project: { members: 1 } }],
    )
    if (!found) throw new Refused({ reason: 'household-code' })
    // A reply was lost: the first attempt went through.
    if (found.members.includes(self)) return pageOf(call, await householdOf(db, self))
    throw new Refused({ reason: 'household-full', most: mostPeople })
  },
})

/** Takes one of the few tries, before it is made; refused where there is none left for now. */
async function payTry({ db, now, self }: MemberCall): Promise<void> {
  const pay = () =>
    db.members.findAndChange(
      { _id: self, 'codeTries.until': _.gt(now), 'codeTries.left': _.gt(0) },
      { 'codeTries.left': _.inc(-1) },
    )
  const renew = () =>
    db.members.findAndChange(
      { _id: self, 'codeTries.until': _.not(_.gt(now)) },
      { codeTries: _.set({ left: mostTries - 1, until: now + triesWithin }) },
    )
  // Of two first tries at once one renews; the other pays after it.
  if ((await pay()) || (await renew()) || (await pay())) return
  const member = await db.members.get(self)
  throw new Refused({ reason: 'household-tries', until: member?.codeTries?.until ?? now })
}
