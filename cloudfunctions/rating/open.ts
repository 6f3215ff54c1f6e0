import type { AgeBand } from '../../src/domain/age'
import {
  type Given,
  isChildRater,
  isSpokenFor,
  ratesUntil,
  type RatingPage,
  ratingInput,
  ratingRules,
} from '../../src/domain/rating'
import { publicSummary, type RatingResult, replyOf, standings } from '../../src/domain/rating-summary'
import { Refused } from '../../src/domain/refusal'
import { type MemberCall, procedure } from '../runtime/procedure'
import { isOwnWork, raterOf, voiceOf } from './rater'

/** What I may rate here, for whom of mine, and how I did. */
export const open = procedure({
  needs: 'rate',
  input: ratingInput,
  roster: (input) => input.activity,
  verdict: true,
  run: async (call): Promise<RatingPage> => {
    const { roster, activity, now } = call
    if (!roster || !activity) throw new Refused({ reason: 'not-found' })
    return {
      activity: { id: activity._id, title: activity.title, startsAt: activity.startsAt, endsAt: activity.endsAt },
      private: activity.private,
      ended: now >= roster.endsAt,
      ownWork: isOwnWork(call),
      people: peopleOf(call, roster.present ?? [], roster.endsAt),
    }
  },
})

function peopleOf(call: MemberCall, present: readonly string[], endsAt: number): RatingPage['people'] {
  const { member, activity, verdict, now } = call
  const all = [{ id: member._id, name: member.name, band: member.band }, ...member.family]
  const given = standings(verdict?.entries ?? [])
  return all
    .filter(({ id, band }) => present.includes(id) && (id === member._id || isSpokenFor(band)))
    .map(({ id, name, band }: { id: string; name: string; band: AgeBand }) => {
      const rater = raterOf(activity?._id ?? '', voiceOf(member._id, { id, band }))
      const proxy = id !== member._id
      const standing = given.find((each) => each.rater === rater)
      return {
        id,
        name,
        proxy,
        child: isChildRater(band) && !activity?.private,
        until: ratesUntil(endsAt, band, proxy),
        rated: verdict?.raters.includes(rater) ?? false,
        mine: standing ? ownWords(standing) : null,
        mayEdit:
          standing !== undefined && !verdict?.edited.includes(rater) && now < standing.firstAt + ratingRules.editWithin,
      }
    })
}

const ownWords = ({ overall, scores, tags, comment, contact, shown }: Given & { shown: boolean }) => ({
  overall,
  scores,
  tags,
  comment,
  contact: contact !== null,
  shown,
})

/** How an activity was judged, for anyone: once five have, and never for a private one. */
export const summary = procedure({
  needs: 'anyone',
  input: ratingInput,
  roster: (input) => input.activity,
  verdict: true,
  run: async ({ roster, activity, verdict }): Promise<RatingResult> => {
    if (!roster || !activity) throw new Refused({ reason: 'not-found' })
    return {
      title: activity.title,
      organiser: activity.organiser.name,
      present: activity.private ? null : (roster.present?.length ?? 0),
      summary: publicSummary(verdict),
      least: ratingRules.leastShown,
      reply: verdict && !verdict.private ? replyOf(verdict.entries) : null,
    }
  },
})
