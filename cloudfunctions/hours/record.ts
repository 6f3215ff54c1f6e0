import { noInput } from '../../src/domain/input'
import { type Service, sources } from '../../src/domain/hours'
import { serviceOf } from '../../src/domain/hours-log'
import { awardsOf, type Feedback, sinceOf, trainingsOf, type VolunteerRecord } from '../../src/domain/record'
import { Refused } from '../../src/domain/refusal'
import { awardInput, revokeInput, type Volunteer, type VolunteerEvent } from '../../src/domain/volunteer'
import { checkWords } from '../activity/words'
import { everyService } from './every'
import { notify } from '../runtime/inbox'
import { demand, type MemberCall, procedure } from '../runtime/procedure'
import { takeStep } from '../volunteer/follow'
import { profileOf } from '../volunteer/mine'

/** What of a service is told of in a record. */
const fields = { source: 1, startsAt: 1, endsAt: 1, events: 1, along: 1 }
type Told = Pick<Service, '_id' | 'source' | 'startsAt' | 'endsAt' | 'events' | 'along'>

/** My own record as a volunteer: nobody else's can be asked for. */
export const record = procedure({
  needs: 'see-own-record',
  input: noInput,
  run: async ({ db, self, member, now }): Promise<VolunteerRecord> => {
    const [volunteer, services] = await Promise.all([
      db.volunteers.get(self),
      everyService<Told>(db, { person: self }, [{ $project: fields }]),
    ])
    const counted = services
      .map((each) => ({ source: each.source, minutes: serviceOf(each).counted, along: each.along ?? 0 }))
      .filter(({ minutes }) => minutes > 0)
    const sums = sources
      .map((source) => {
        const own = counted.filter((each) => each.source === source)
        return { source, services: own.length, minutes: own.reduce((sum, { minutes }) => sum + minutes, 0) }
      })
      .filter((sum) => sum.services > 0)
    return {
      name: member.name,
      volunteer: volunteer && told(volunteer, now),
      minutes: sums.reduce((sum, { minutes }) => sum + minutes, 0),
      sums,
      along: counted.filter(({ along }) => along > 0).length,
      feedback: feedbackOf(services),
    }
  },
})

const told = (volunteer: Volunteer, now: number): VolunteerRecord['volunteer'] => ({
  state: volunteer.state,
  since: sinceOf(volunteer) ?? now,
  profile: profileOf(volunteer),
  trainings: trainingsOf(volunteer.events),
  awards: awardsOf(volunteer.events),
})

function feedbackOf(services: readonly Told[]): Feedback {
  const events = services.flatMap((service) => service.events)
  const by = (side: string) => events.filter((event) => event.kind === 'confirm' && event.side === side).length
  const corrected = events.filter(({ kind }) => kind === 'correct').length
  return { staff: by('staff'), served: by('served'), corrected }
}

/** Staff write an honour down: a fact of the volunteer's log, once, and told. Nobody honours themselves. */
export const award = procedure({
  needs: 'approve-volunteer',
  input: awardInput,
  run: async (call, { intent, volunteer: id, title }): Promise<null> => {
    const { centre, db, now, self } = call
    const known = await found(call, id)
    if (!known.events.some((event) => event.id === intent)) {
      await checkWords(call, {}, title)
      await takeStep(db, known, { id: intent, at: now, by: self, kind: 'award', title })
    }
    const about = { noun: 'volunteer', about: id, title: centre.shortName } as const
    await notify(db, centre._id, [{ ...about, to: id, kind: 'volunteer-award', cause: intent, at: now, reason: title }])
    return null
  },
})

/** Staff take back an honour that was written down wrongly; that it was there stays in the log. */
export const revoke = procedure({
  needs: 'approve-volunteer',
  input: revokeInput,
  run: async (call, { intent, volunteer: id, award: which, reason }): Promise<null> => {
    const { db, now, self } = call
    const known = await found(call, id)
    if (known.events.some((event) => event.id === intent)) return null
    if (!awardsOf(known.events).some((each) => each.id === which)) throw new Refused({ reason: 'not-found' })
    const event: VolunteerEvent = { id: intent, at: now, by: self, kind: 'revoke', award: which, reason }
    await takeStep(db, known, event)
    return null
  },
})

async function found(call: MemberCall, id: string): Promise<Volunteer> {
  demand(call, 'approve-volunteer', {})
  if (id === call.self) throw new Refused({ reason: 'hours-own' })
  const volunteer = await call.db.volunteers.get(id)
  if (!volunteer) throw new Refused({ reason: 'not-volunteer' })
  return volunteer
}
