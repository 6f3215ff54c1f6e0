import { isMinor } from '../../src/domain/age'
import { Refused } from '../../src/domain/refusal'
import type { MyVolunteering } from '../../src/domain/shift-page'
import {
  ownStepInput,
  pledgeVersion,
  profileInput,
  registerInput,
  type Volunteer,
  type VolunteerEvent,
} from '../../src/domain/volunteer'
import { stateAfter, whyNotStep } from '../../src/domain/volunteer-log'
import { _ } from '../runtime/database'
import { giveBackOrders } from '../order/give-back'
import { unaskEmpty } from '../order/unask'
import { leaveAhead } from '../shift/ahead'
import { type MemberCall, procedure } from '../runtime/procedure'
import { forgetDocuments } from './forget'
import { follow, takeStep } from './follow'
import { leadNoOther } from './team'
import { myPage } from './mine'

/** Says that one would like to help; once. Who left and comes back applies anew, and keeps what they learnt. */
export const register = procedure({
  needs: 'member',
  input: registerInput,
  run: async (call, { intent, pledge: _agreed, ...profile }): Promise<MyVolunteering> => {
    const { centre, db, member, now, self } = call
    if (isMinor(member.band) && !member.guardian) throw new Refused({ reason: 'guardian-needed' })
    const event: VolunteerEvent = { id: intent, at: now, by: self, kind: 'apply' }
    const pledge = { version: pledgeVersion, at: now }
    const volunteer: Volunteer = {
      ...profile,
      _id: self,
      centre: centre._id,
      state: 'applied',
      events: [event],
      team: null,
      qualifications: [],
      pledge,
    }
    if ((await db.volunteers.insert(volunteer)) === 'inserted') {
      // Whoever is being deleted meanwhile leaves nothing behind.
      const there = await db.members.get(self)
      if (!there || there.erasing !== undefined) {
        await db.volunteers.remove({ _id: self })
        throw new Refused({ reason: 'not-joined-centre' })
      }
      return myPage(call)
    }
    const known = await ownVolunteer(call)
    if (known.events.some(({ id }) => id === intent)) return myPage(call)
    if (known.state !== 'left') throw new Refused({ reason: 'volunteer-already' })
    const back = await db.volunteers.findAndChange(
      { _id: self, state: 'left', events: _.size(known.events.length) },
      {
        ...profile,
        state: stateAfter(known.events, event),
        events: _.push([event]),
        pledge: _.set(pledge),
      },
    )
    if (!back) throw new Refused({ reason: 'changed-meanwhile' })
    return myPage(call)
  },
})

/** Says something else of oneself. */
export const update = procedure({
  needs: 'member',
  input: profileInput,
  run: async (call, profile): Promise<MyVolunteering> => {
    const changed = await call.db.volunteers.findAndChange({ _id: call.self }, { ...profile })
    if (!changed) throw new Refused({ reason: 'not-volunteer' })
    return myPage(call)
  },
})

/** Rests, comes back, or leaves: whoever leaves gives back the shifts that are ahead, and the orders they took. */
export const step = procedure({
  needs: 'member',
  input: ownStepInput,
  run: async (call, { intent, step: kind }): Promise<MyVolunteering> => {
    const { db, member, now, self } = call
    const known = await ownVolunteer(call)
    if (!known.events.some(({ id }) => id === intent)) {
      const event: VolunteerEvent = { id: intent, at: now, by: self, kind }
      const whyNot = whyNotStep(known, event, isMinor(member.band))
      if (whyNot) throw new Refused(whyNot)
      await takeStep(db, known, event)
    }
    await settle(call, self)
    return myPage(call)
  },
})

/** What follows from a volunteer's state: the member's role and team, no shifts ahead and no orders for who may not serve. */
export async function settle({ db, now }: Pick<MemberCall, 'db' | 'now'>, id: string): Promise<void> {
  const volunteer = await db.volunteers.get(id)
  if (!volunteer) return
  await follow(db, volunteer)
  await leadNoOther(db, volunteer)
  // The role is gone first: from then on no shift is taken any more, and those taken before it are found here.
  if (volunteer.state === 'left') {
    // Of who is gone no certificate is kept.
    await forgetDocuments(db, id)
    await db.volunteers.change({ _id: id, state: 'left' }, { qualifications: [] })
  }
  if (volunteer.state === 'left' || volunteer.state === 'suspended') {
    await leaveAhead(db, id, now, volunteer.events.at(-1)?.id ?? volunteer.state)
    await giveBackOrders(db, id, now)
  }
  // The team that they left may have nobody any more who could answer.
  if (volunteer.events.at(-1)?.kind === 'team') await unaskEmpty(db, now)
}

export async function ownVolunteer({ db, self }: Pick<MemberCall, 'db' | 'self'>): Promise<Volunteer> {
  const volunteer = await db.volunteers.get(self)
  if (!volunteer) throw new Refused({ reason: 'not-volunteer' })
  return volunteer
}
