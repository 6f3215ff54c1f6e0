import type { Activity } from '../../src/domain/activity'
import { rateInput, type Verdict } from '../../src/domain/rating'
import { type MemberCall, procedure } from '../runtime/procedure'
import type { Told } from './given'
import { brought, ownPerson, type Person, raterOf, voiceOf } from './rater'

/** Who judges what, as the verdict keeps it. */
export interface Saying {
  activity: Activity
  /** Nothing before the first rating. */
  verdict: Verdict | null
  person: Person
  rater: string
}

/** A step that says how it was: of somebody of one's own, and the same intent again is done already. */
export const saying = (say: (call: MemberCall, told: Told, whose: Saying) => Promise<void>) =>
  procedure({
    needs: 'rate',
    input: rateInput,
    roster: (input) => input.activity,
    log: true,
    verdict: true,
    run: async (call, told): Promise<null> => {
      const { activity, verdict } = brought(call)
      const person = ownPerson(call, told.person)
      if (verdict?.entries.some(({ id }) => id === told.intent)) return null
      const rater = raterOf(activity._id, voiceOf(call.member._id, person))
      await say(call, told, { activity, verdict, person, rater })
      return null
    },
  })
