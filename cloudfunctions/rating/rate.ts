import type { AgeBand } from '../../src/domain/age'
import {
  asked,
  type Given,
  isChildRater,
  isLow,
  isSpokenFor,
  rateInput,
  ratesUntil,
  ratingRules,
  type Verdict,
  type VerdictEntry,
  withdrawInput,
} from '../../src/domain/rating'
import type { InferOutput } from 'valibot'
import { standings } from '../../src/domain/rating-summary'
import { ownPeople } from '../../src/domain/member'
import { covers } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import { _ } from '../runtime/database'
import { checkText } from '../runtime/content'
import { type MemberCall, procedure } from '../runtime/procedure'
import { macOf } from '../runtime/secret'

type Rate = VerdictEntry & { kind: 'rate' }
type Told = InferOutput<typeof rateInput>

/** Who rates, as the verdict keeps it: the same person, the same token; from the token, nobody finds the person. */
export const raterOf = (activity: string, person: string): string => macOf(20, 'rater', activity, person)

/** Whose word it is: a small child's is that of the grown-up beside it, who has one however many they bring. */
export const voiceOf = (member: string, person: { id: string; band: AgeBand }): string =>
  person.band === '0-3' || person.band === '4-6' ? member : person.id

/** What the door brought, with the member's own person in it. */
function brought(call: MemberCall) {
  const { roster, activity, verdict } = call
  if (!roster || !activity) throw new Refused({ reason: 'not-found' })
  return { roster, activity, verdict }
}

/** One's own person by id, with the band of today; someone else's is refused. */
export function ownPerson({ member }: MemberCall, person: string) {
  const own = person === member._id ? member : member.family.find(({ id }) => id === person)
  if (!own) throw new Refused({ reason: 'not-your-family' })
  if (!covers(member, 'rate', { person })) throw new Refused({ reason: 'no-permission' })
  if (person !== member._id && !isSpokenFor(own.band)) throw new Refused({ reason: 'rate-by-themselves' })
  return { id: person, name: own.name, band: own.band, proxy: person !== member._id }
}

type Person = ReturnType<typeof ownPerson>

/** Whether the activity is one's own work: whoever gave it does not judge it. */
export function isOwnWork({ member, activity }: MemberCall): boolean {
  if (!activity) return false
  const { organiser, team, createdBy } = activity
  return member.organisation === organiser.id || (team !== null && member.team === team) || createdBy === member._id
}

/** Whether the centre itself held it, and the caller is of its staff; or they worked at the desk that day. */
function isStaffOf({ member, activity, centre, roster }: MemberCall): boolean {
  const held = activity?.organiser.id === centre._id && member.organisation === null
  if (held && (member.roles.includes('social-worker') || member.roles.includes('committee-member'))) return true
  const own = ownPeople(member)
  return (roster?.events ?? []).some(
    (event) => event.kind === 'check-in' && event.by === member._id && !event.people.some((each) => own.includes(each)),
  )
}

/** Refuses whoever may not rate this: who was not there, who worked there, too early, too late. */
function admitRater(call: MemberCall, person: Person): void {
  const { roster } = brought(call)
  const closedAt = ratesUntil(roster.endsAt, person.band, person.proxy)
  admitPresent(call, person)
  if (call.now >= closedAt) throw new Refused({ reason: 'rate-window-closed', closedAt })
}

/** Refuses who was not there, or worked there. */
function admitPresent(call: MemberCall, person: Person): void {
  const { roster } = brought(call)
  if (isOwnWork(call) || isStaffOf(call)) throw new Refused({ reason: 'rate-own-session' })
  if (roster.state === 'cancelled') throw new Refused({ reason: 'activity-cancelled' })
  if (!roster.present?.includes(person.id)) throw new Refused({ reason: 'rate-not-checked-in' })
  if (call.now < roster.endsAt) throw new Refused({ reason: 'rate-not-finished', endsAt: roster.endsAt })
}

/** What is kept of what was told: of a private service two answers and no words, of a child one of three faces. */
function givenOf(call: MemberCall, told: Told, person: Person): Given {
  const { activity } = brought(call)
  const { required, optional } = activity.private ? asked.private : asked.activity
  const child = isChildRater(person.band) && !activity.private
  const answered = new Map((told.scores ?? []).map(({ of, score }) => [of, score]))
  const scores = Object.fromEntries(
    child ? [] : [...answered].filter(([of]) => [...required, ...optional].some((each) => each === of)),
  )
  const bad = (field: string) => new Refused({ reason: 'bad-input', field })
  if (child ? told.overall > 3 : required.some((each) => !answered.has(each))) throw bad(child ? 'overall' : 'scores')
  if (activity.private && told.comment !== null) throw new Refused({ reason: 'rate-private' })
  return {
    rater: raterOf(activity._id, voiceOf(call.member._id, person)),
    overall: told.overall,
    child,
    scores,
    tags: activity.private || child ? [] : [...new Set(told.tags)],
    comment: child ? null : told.comment,
    proxy: person.proxy,
    contact: told.contact ? call.member._id : null,
  }
}

async function entryOf(call: MemberCall, told: Told, person: Person, edit: boolean): Promise<Rate> {
  const given = givenOf(call, told, person)
  // Words that may not be seen are not seen; the score counts all the same.
  const check = given.comment === null ? 'pass' : await checkText(given.comment, call.openid, 'comment')
  return { id: told.intent, at: call.now, kind: 'rate', edit, check: check === 'pass' ? 'pass' : 'wait', ...given }
}

/** The guard fields that a rating changes, beside the entries. */
const watched = (entry: Rate) => ({
  waiting: entry.check === 'wait' ? [entry.id] : [],
  low: isLow(entry) || entry.contact !== null ? [entry.rater] : [],
})

/** Rates, once for each person who came. The verdict is made with its first rating. */
export const rate = procedure({
  needs: 'rate',
  input: rateInput,
  roster: (input) => input.activity,
  log: true,
  verdict: true,
  run: async (call, told): Promise<null> => {
    const { activity, verdict } = brought(call)
    const person = ownPerson(call, told.person)
    if (verdict?.entries.some(({ id }) => id === told.intent)) return null
    admitRater(call, person)
    const rater = raterOf(activity._id, voiceOf(call.member._id, person))
    if (verdict?.raters.includes(rater)) throw alreadyOf(verdict, rater)
    const entry = await entryOf(call, told, person, false)
    const { waiting, low } = watched(entry)
    const open = waiting.length + low.length
    if (!verdict) {
      const { title, organiser, endsAt } = activity
      const made: Verdict = {
        _id: activity._id,
        centre: call.centre._id,
        title,
        organiser,
        endsAt,
        private: activity.private,
        raters: [rater],
        edited: [],
        waiting,
        low,
        open,
        replied: false,
        entries: [entry],
      }
      if ((await call.db.verdicts.insert(made)) === 'inserted') return null
    }
    const rated = await call.db.verdicts.findAndChange(
      { _id: activity._id, raters: _.nin([rater]), 'entries.id': _.nin([entry.id]) },
      {
        raters: _.push([rater]),
        waiting: _.push(waiting),
        low: _.push(low),
        open: _.inc(open),
        entries: _.push([entry]),
      },
    )
    if (rated) return null
    const now = await call.db.verdicts.get(activity._id)
    if (now?.entries.some(({ id }) => id === entry.id)) return null
    throw now ? alreadyOf(now, rater) : new Refused({ reason: 'server-busy' })
  },
})

function alreadyOf(verdict: Verdict, rater: string): Refused {
  const first = verdict.entries.find((entry) => entry.kind === 'rate' && entry.rater === rater)
  return new Refused({ reason: 'rate-already', at: first?.at ?? 0 })
}

/** Changes one's rating, once, within two days; what was said before is kept, and counts no more. */
export const edit = procedure({
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
    const standing = standings(verdict?.entries ?? []).find((each) => each.rater === rater)
    if (!verdict || !standing) throw new Refused({ reason: 'rate-not-checked-in' })
    // What was given in time may be changed for its two days, whenever the time for giving ends.
    admitPresent(call, person)
    if (verdict.edited.includes(rater)) throw new Refused({ reason: 'rate-edit-used' })
    const closedAt = standing.firstAt + ratingRules.editWithin
    if (call.now >= closedAt) throw new Refused({ reason: 'rate-window-closed', closedAt })
    const entry = await entryOf(call, told, person, true)
    const { waiting, low } = watched(entry)
    let seen: Verdict | null = verdict
    for (let attempt = 0; attempt < attempts && seen; attempt += 1) {
      if (seen.entries.some(({ id }) => id === entry.id)) return null
      if (seen.edited.includes(rater) || seen.withdrawn?.includes(rater))
        throw new Refused({ reason: 'rate-edit-used' })
      const more = low.filter((each) => !seen?.low.includes(each))
      // What was said before is nobody's to decide on any more.
      const old = new Set(
        seen.entries.flatMap((each) => (each.kind === 'rate' && each.rater === rater ? [each.id] : [])),
      )
      const still = seen.waiting.filter((each) => !old.has(each))
      const changed: Verdict | null = await call.db.verdicts.findAndChange(
        { _id: activity._id, entries: _.size(seen.entries.length), edited: _.nin([rater]) },
        {
          edited: _.push([rater]),
          waiting: _.set([...still, ...waiting]),
          low: _.push(more),
          open: _.inc(still.length + waiting.length - seen.waiting.length + more.length),
          entries: _.push([entry]),
        },
      )
      if (changed) return null
      seen = await call.db.verdicts.get(activity._id)
    }
    throw new Refused({ reason: 'server-busy' })
  },
})

/** Takes back one's words, at any time; or one's whole rating, while one may rate. */
export const withdraw = procedure({
  needs: 'rate',
  input: withdrawInput,
  roster: (input) => input.activity,
  verdict: true,
  run: async (call, { intent, activity: id, person: of, what }): Promise<null> => {
    const { roster, verdict: found } = brought(call)
    const person = ownPerson(call, of)
    const rater = raterOf(id, voiceOf(call.member._id, person))
    if (!found?.raters.includes(rater)) throw new Refused({ reason: 'rate-not-checked-in' })
    const closedAt = ratesUntil(roster.endsAt, person.band, person.proxy)
    if (what === 'score' && call.now >= closedAt) throw new Refused({ reason: 'rate-window-closed', closedAt })
    const entry: VerdictEntry = { id: intent, at: call.now, kind: 'withdraw', rater, what }
    let verdict: Verdict | null = found
    for (let attempt = 0; attempt < attempts && verdict; attempt += 1) {
      if (isWithdrawn(verdict, rater, what)) return null
      // What is taken back is in nobody's queue any more.
      const words = verdict.entries.flatMap((each) => (each.kind === 'rate' && each.rater === rater ? [each.id] : []))
      const waiting = verdict.waiting.filter((each) => words.includes(each))
      const low = what === 'score' ? verdict.low.filter((each) => each === rater) : []
      const taken = await call.db.verdicts.findAndChange(
        { _id: id, entries: _.size(verdict.entries.length) },
        {
          ...(what === 'score' && { withdrawn: _.push([rater]) }),
          waiting: _.pullAll(waiting),
          low: _.pullAll(low),
          open: _.inc(-waiting.length - low.length),
          entries: _.push([entry]),
        },
      )
      if (taken) return null
      verdict = await call.db.verdicts.get(id)
    }
    throw new Refused({ reason: 'server-busy' })
  },
})

/** How often a step is tried where someone else's came between the look and the step. */
const attempts = 5

/** Whether this was taken back already, and nothing was said since. */
function isWithdrawn(verdict: Verdict, rater: string, what: 'text' | 'score'): boolean {
  if (what === 'score') return verdict.withdrawn?.includes(rater) ?? false
  return standings(verdict.entries).every((each) => each.rater !== rater || each.comment === null)
}
