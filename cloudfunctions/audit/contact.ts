import type { Activity } from '../../src/domain/activity'
import { type Audit, contactOfInput, revealInput } from '../../src/domain/audit'
import type { Contact } from '../../src/domain/contact'
import { Refused } from '../../src/domain/refusal'
import { isWorkedOn, maskedPhone, maskedRoom, sees } from '../../src/domain/visibility'
import { type ActivityRow, withRoster } from '../activity/open'
import { belongingOf } from '../activity/scope'
import { joinOf, undoOf } from '../activity/seat'
import { demand, type MemberCall, procedure } from '../runtime/procedure'
import { unseal } from '../runtime/secret'
import { writeLook } from './look'

/** How the holder of a party can be reached, masked: whether there is anything to ask for. */
export const contact = procedure({
  needs: 'see-attendee-names',
  input: contactOfInput,
  run: async (call, { activity, party }): Promise<Contact> => {
    const { phone, room } = await find(call, activity, party)
    return { phone: phone && maskedPhone(phone), room: room && maskedRoom(room) }
  },
})

/** The same in full. The look is written down first, with its reason, for its owner to see; then it is shown. */
export const reveal = procedure({
  needs: 'see-attendee-names',
  input: revealInput,
  run: async (call, { intent, activity, party, reason }): Promise<Contact> => {
    const { phone, room, about, title } = await find(call, activity, party)
    const what: Audit['what'] = [...(phone ? (['phone'] as const) : []), ...(room ? (['room'] as const) : [])]
    if (what.length === 0) return { phone, room }
    await writeLook(call, { intent, of: `${activity} ${party}`, about, what, reason, title })
    return { phone, room }
  },
})

/**
 * The contact of who signed a party up, as far as the caller may ask for it: of an activity in their reach, of a party
 * on its list, and only what the table of personal data opens to their roles.
 */
async function find({ db, ...call }: MemberCall, activity: string, party: string) {
  const [row] = await db.activities.aggregate<ActivityRow>({ _id: activity }, withRoster)
  if (!row) throw new Refused({ reason: 'not-found' })
  demand({ db, ...call }, 'see-attendee-names', belongingOf(row satisfies Activity))
  const { roles } = call.member
  // Long after the day there is nothing to call anyone about.
  if (!isWorkedOn(row.roster.endsAt, call.now)) throw new Refused({ reason: 'no-permission' })
  if (!sees(roles, 'phone', 'on-request-logged')) throw new Refused({ reason: 'no-permission' })
  const join = joinOf(row.roster, party)
  if (!join || undoOf(row.roster, party)) throw new Refused({ reason: 'not-in-activity' })
  const holder = await db.members.get(join.member)
  const open = (purpose: 'phone' | 'room') =>
    holder?.[purpose] === undefined ? null : unseal(purpose, holder._id, holder[purpose])
  return {
    about: join.member,
    title: row.title,
    phone: open('phone'),
    room: sees(roles, 'room-no', 'full', 'on-request-logged') ? open('room') : null,
  }
}
