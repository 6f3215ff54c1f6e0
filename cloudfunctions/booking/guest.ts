import { bookForInput, type OwnBooking } from '../../src/domain/booking-page'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import { whyNotAgreed } from '../activity/view'
import { keptMember } from '../member/kept'
import { checkName } from '../member/name'
import { grown } from '../runtime/birth'
import { derivedId } from '../runtime/caller'
import { demand, procedure } from '../runtime/procedure'
import { bookedThere, bookThere } from './there'

/**
 * Staff book a slot for someone without a phone: for a record that is kept already, or for a new one under the name they
 * give. Whoever has an account finds the booking in it. Staff who do it have looked at it: nothing waits for a yes.
 */
export const bookFor = procedure({
  needs: 'place-order-for',
  input: bookForInput,
  beside: (input) => [
    ...bookedThere(input),
    { from: 'members', match: { _id: input.person ?? '', erasing: { $exists: false } }, limit: 1 },
  ],
  run: async (call, { person, name, band, building, consent: _agreed, ...input }): Promise<OwnBooking> => {
    const { db, centre, member, now, openid, beside } = call
    demand(call, 'place-order-for', {})
    const by = member._id
    if (person !== null) {
      const [known] = beside.at(-1) as Member[]
      if (!known) throw new Refused({ reason: 'not-found' })
      const holder = grown(known, now)
      const whyNot = whyNotAgreed(holder, person)
      if (whyNot) throw new Refused(whyNot)
      return bookThere(call, input, { holder, person, by })
    }
    if (building !== null && !centre.buildings.some(({ id }) => id === building))
      throw new Refused({ reason: 'bad-input', field: 'building' })
    await checkName(name, openid)
    const _id = derivedId(16, centre._id, 'kept', input.intent)
    const holder = keptMember({ _id, centre: centre._id, name, band, building, by, now })
    await db.members.insert(holder)
    return bookThere(call, input, { holder, person: _id, by }).catch(async (error: unknown) => {
      // Who got nothing leaves no name behind.
      if (error instanceof Refused && error.refusal.reason !== 'server-busy') await db.members.remove({ _id })
      throw error
    })
  },
})
