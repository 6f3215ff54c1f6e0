import { careFor, careRules } from '../../src/domain/care'
import { noInput } from '../../src/domain/input'
import type { Engagement } from '../../src/domain/member'
import { isServing } from '../../src/domain/rested'
import type { CareRow } from '../../src/domain/shift-page'
import { demand, procedure } from '../runtime/procedure'
import { type VolunteerAndMember, withMember } from './staff'

/** The most volunteers that are looked through. */
const most = 999

/**
 * To whom staff might say a word: who gives too much, and who has not been asked for long. In the order in which they
 * came to the centre; it is no ranking.
 */
export const care = procedure({
  needs: 'approve-volunteer',
  input: noInput,
  run: async (call): Promise<CareRow[]> => {
    demand(call, 'approve-volunteer', {})
    const { db, now } = call
    const active = await db.volunteers.aggregate<VolunteerAndMember>({ state: 'active' }, [
      ...withMember('calendar'),
      { $limit: most },
    ])
    return active.flatMap((volunteer) => {
      const member = volunteer.members[0] as
        | ({ calendar?: Engagement[] } & VolunteerAndMember['members'][0])
        | undefined
      if (!member) return []
      const shifts = (member.calendar ?? []).filter(
        (entry) =>
          isServing(entry) &&
          entry.people.includes(volunteer._id) &&
          entry.startsAt > now - careRules.quietFor - careRules.lookBack,
      )
      const since = [...volunteer.events].reverse().find(({ kind }) => kind === 'admit' || kind === 'resume')?.at
      const { _id: id, state, weekHours, askedAt = null, events } = volunteer
      const known = { id, state, weekHours, askedAt, shifts, since: since ?? events[0]?.at ?? now }
      const reason = careFor(known, now)
      return reason ? [{ id, name: member.name, reason }] : []
    })
  },
})
