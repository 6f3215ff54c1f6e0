import { isOverdue } from '../../src/domain/loan'
import { loanContactInput } from '../../src/domain/loan-page'
import { Refused } from '../../src/domain/refusal'
import { sees } from '../../src/domain/visibility'
import { writeLook } from '../audit/look'
import { procedure } from '../runtime/procedure'
import { unseal } from '../runtime/secret'
import { loanIn, reach, withThing } from './thing'

/**
 * Whom to call about something that is late, for those who may ask for a number. The look is written down first, with
 * its reason, for its owner to see; then it is shown. Of what is not late there is nothing to call about.
 */
export const contact = procedure({
  needs: 'manage-loan',
  input: loanContactInput,
  beside: withThing,
  run: async (call, { intent, loan: id, reason }): Promise<{ phone: string | null }> => {
    const { db, now, member } = call
    const thing = reach(call)
    if (!sees(member.roles, 'phone', 'on-request-logged')) throw new Refused({ reason: 'no-permission' })
    const loan = loanIn(thing, id, now)
    if (!isOverdue(loan, now)) throw new Refused({ reason: 'loan-stands-otherwise' })
    const holder = await db.members.get(loan.member)
    if (!holder || holder.phone === undefined) return { phone: null }
    const about = holder._id
    await writeLook(call, { intent, of: `loan ${thing._id} ${id}`, about, what: ['phone'], reason, title: thing.name })
    return { phone: unseal('phone', about, holder.phone) }
  },
})
