import { isMinor } from './age'
import { clearancesFor, lacking } from './clearance'
import { day, hour } from './day'
import type { Engagement, FamilyMember, Member } from './member'
import { isClosed, type OfferedTo, type Order, type OrderState } from './order'
import { isUnsent, noShowFrom, notNow, whyNoAddress, whyTooLate } from './order-door'
import type { Standing } from './order-standing'
import { mayGive } from './order-settle'
import { whyNotFree } from './order-clash'
import { stillServes } from './order-serving'
import type { Refusal } from './refusal'
import type { Role } from './role'
import type { Rest } from './shift-rest'

/** Who does something to an order, as far as the rules ask. */
export type Doer = Pick<Member, '_id' | 'band' | 'roles' | 'team' | 'organisation' | 'cleared'> & {
  family: readonly Pick<FamilyMember, 'id'>[]
  /** What they have promised, and what rest they are to have; where that is not known, the step on it tells. */
  calendar?: Engagement[]
  rest?: Rest
}

export type Facts = Pick<Order, '_id' | 'holder' | 'person' | 'band' | 'home' | 'kept' | 'locked' | 'need' | 'minutes'>

/**
 * What someone is to an order. asked: it was offered to them, their team or their organisation · head: who of those may
 * give it to one of theirs · desk: a social worker · above: of the committee.
 */
export type Part = 'holder' | 'taker' | 'asked' | 'head' | 'desk' | 'above' | 'volunteer'

const serves: readonly Role[] = ['volunteer', 'volunteer-captain']

/** Everything that someone is to an order; nothing for a stranger. */
export function partsOf(doer: Doer, order: Facts, standing: Standing): Part[] {
  const { roles } = doer
  const { state, to, takers, route } = standing
  const asked = state === 'offered' && to !== null && isAsked(doer, standing, to)
  const heads = asked && to.kind !== 'people' && (roles.includes('volunteer-captain') || roles.includes('operator'))
  const parts: [Part, boolean][] = [
    ['holder', order.holder === doer._id],
    ['taker', takers.includes(doer._id) && stillServes(doer, standing)],
    ['asked', asked && !takers.includes(doer._id)],
    ['head', heads],
    ['desk', roles.includes('social-worker')],
    ['above', roles.includes('committee-member')],
    ['volunteer', state === 'open' && route === 'volunteers' && roles.some((role) => serves.includes(role))],
  ]
  return parts.flatMap(([part, is]) => (is ? [part] : []))
}

/** Whether an offer is to this person, who still serves, to their team or to the organisation for which they work. */
function isAsked(doer: Doer, standing: Standing, to: OfferedTo): boolean {
  if (to.kind === 'people') return to.ids.includes(doer._id) && stillServes(doer, standing)
  if (to.kind === 'team') return doer.team === to.id && doer.roles.some((role) => serves.includes(role))
  return doer.organisation === to.id && (doer.roles.includes('operator') || doer.roles.includes('enterprise'))
}

const ahead = ['triage', 'open', 'offered', 'accepted', 'scheduled'] as const satisfies OrderState[]

/** Who may do what, and where the order must stand. */
const deeds = {
  take: { by: ['asked', 'volunteer'], at: ['open', 'offered'] },
  decline: { by: ['asked'], at: ['offered'] },
  handOn: { by: ['taker'], at: ['open', 'offered', 'accepted', 'scheduled'] },
  schedule: { by: ['taker', 'desk'], at: ['accepted', 'scheduled'] },
  // What the check of words holds up somebody else can still say.
  send: { by: ['taker', 'desk'], at: ['accepted', 'scheduled'] },
  move: { by: ['holder'], at: ahead },
  start: { by: ['taker'], at: ['scheduled'] },
  end: { by: ['taker', 'desk', 'above'], at: ['started'] },
  missedByProvider: { by: ['holder', 'desk'], at: ['scheduled'] },
  missedByResident: { by: ['taker'], at: ['scheduled'] },
  missedByPartner: { by: ['taker'], at: ['scheduled'] },
  confirm: { by: ['holder'], at: ['ended', 'complained'] },
  complain: { by: ['holder'], at: ['ended', 'confirmed', 'rated'] },
  rate: { by: ['holder'], at: ['ended', 'confirmed'] },
  report: { by: ['taker'], at: ['ended', 'complained', 'confirmed', 'rated'] },
  cancel: { by: ['holder', 'desk'], at: ahead },
  restore: { by: ['holder', 'desk'], at: ['cancelled'] },
  pass: { by: ['desk'], at: ['triage'] },
  settle: { by: ['desk', 'above'], at: ['triage'] },
  putUp: { by: ['desk', 'above'], at: ['triage', 'open', 'offered'] },
  assign: { by: ['desk', 'above', 'head'], at: [...ahead, 'complained'] },
  guide: { by: ['desk', 'above'], at: ['triage', 'open', 'offered', 'complained'] },
  redo: { by: ['desk', 'above'], at: ['complained'] },
  address: { by: ['taker', 'desk', 'above'], at: [...ahead, 'started', 'ended', 'complained'] },
  phone: { by: ['desk', 'above'], at: [...ahead, 'started', 'ended', 'complained'] },
  correct: { by: ['holder', 'desk'], at: [...ahead, 'started'] },
  photo: { by: ['holder'], at: ahead },
  judgePhoto: { by: ['desk'], at: [...ahead, 'started', 'ended', 'complained'] },
} as const satisfies Record<string, { by: readonly Part[]; at: readonly OrderState[] }>

export type Deed = keyof typeof deeds

/** What of the resident's staff do for someone without a phone. */
const doneForThem: readonly Deed[] = ['move', 'confirm', 'complain', 'rate', 'photo']

/**
 * What the committee does with an order whose words are for the social workers only: say how many go there, give it to
 * one of those, and say of a visit that came up to them that it is over, and that whose home it was is looked after.
 */
const doneUnseen: readonly Deed[] = ['settle', 'assign', 'end', 'confirm']

/** What goes to the door: refused to whom staff have taken their yes back since they took it. */
const goes: readonly Deed[] = ['start', 'address']

/** So long after it was served something may still be said against it. */
const complaintWithin = 14 * day
/** So long before the agreed time a visit may begin. */
const earliest = 2 * hour

/** Why someone may not do this to an order now; nothing where they may. Screens grey their buttons by the same. */
export function whyNotDo(deed: Deed, doer: Doer, order: Facts, standing: Standing, now: number): Refusal | undefined {
  const { by, at }: { by: readonly Part[]; at: readonly OrderState[] } = deeds[deed]
  const parts = partsOf(doer, order, standing)
  if (deed === 'take') return whyNotTake(doer, order, standing, parts, now)
  if (deed === 'cancel' && standing.route === 'crisis' && !parts.includes('desk') && parts.includes('holder'))
    return isClosed(standing.state) ? notNow(standing.state) : { reason: 'order-crisis-stays' }
  if (!parts.some((part) => mayAs(part, deed, by, order, standing))) return { reason: 'order-not-yours' }
  if (!at.includes(standing.state)) return notNow(standing.state)
  return (
    (goes.includes(deed) && parts.includes('taker') && whyNotCleared(doer, order, standing)) ||
    whyNotYet(deed, doer, parts, order, standing, now)
  )
}

function mayAs(part: Part, deed: Deed, by: readonly Part[], order: Facts, standing: Standing): boolean {
  // A crisis that was looked after is done by the word of who looked after it, too.
  if (part === 'desk' && deed === 'confirm' && standing.route === 'crisis') return true
  // A visit is ended by who is there or who sent them; above them only once it came up, and nobody else has.
  if (part === 'above' && deed === 'end' && standing.owner !== 'committee') return false
  if (part === 'above' && standing.route !== 'volunteers')
    return doneUnseen.includes(deed) && (deed !== 'confirm' || isServedAbove(standing))
  const staff = part === 'desk' || part === 'above'
  if (staff && order.kept && doneForThem.includes(deed)) return true
  if (staff && deed === 'confirm') return standing.state === 'complained'
  return by.includes(part)
}

/** Whether nobody below has said of what was served that it is done, so that the committee asks. */
const isServedAbove = ({ state, owner }: Standing): boolean => state === 'ended' && owner === 'committee'

function whyNotYet(
  deed: Deed,
  doer: Pick<Doer, '_id' | 'roles'>,
  parts: readonly Part[],
  order: Facts,
  standing: Standing,
  now: number,
): Refusal | undefined {
  const { state, slot, before, endedAt, route, to, here } = standing
  const from = (startsAt: number): Refusal | undefined =>
    now < startsAt ? { reason: 'order-too-early', startsAt } : undefined
  switch (deed) {
    case 'decline':
      // A team's no is its captain's to say; who of it cannot go need not say so.
      return to?.kind === 'team' && !doer.roles.includes('volunteer-captain')
        ? { reason: 'order-not-yours' }
        : undefined
    case 'send':
      return to?.kind === 'organisation' ? undefined : { reason: 'order-not-yours' }
    case 'start':
      if (isUnsent(standing)) return { reason: 'order-unsent' }
      if (here.includes(doer._id)) return { reason: 'order-partner-awaited' }
      return slot && now < slot.startsAt - earliest
        ? { reason: 'order-too-early', startsAt: slot.startsAt }
        : whyTooLate(standing, now)
    case 'missedByProvider':
      return slot ? from(noShowFrom(slot, order.minutes)) : undefined
    case 'missedByResident':
      return slot ? from(slot.startsAt) : undefined
    case 'missedByPartner':
      if (!here.includes(doer._id)) return notNow(state)
      return slot ? from(slot.startsAt) : undefined
    case 'complain':
      return endedAt !== null && now > endedAt + complaintWithin ? notNow(state) : undefined
    case 'rate':
      return standing.score === null ? undefined : { reason: 'order-rated' }
    case 'report':
      return standing.reported ? { reason: 'order-rated' } : undefined
    case 'restore':
      return before && now < before.until ? undefined : { reason: 'order-undo-late' }
    case 'pass':
      return order.locked || route === 'volunteers' ? { reason: 'order-staff-only' } : undefined
    case 'settle':
      return standing.settled === 'from-the-first' ? notNow(state) : undefined
    case 'putUp':
      if (order.locked || route !== 'volunteers') return { reason: 'order-staff-only' }
      return mayGive(standing) ? undefined : { reason: 'order-unsettled' }
    case 'assign':
      return mayGive(standing) ? undefined : { reason: 'order-unsettled' }
    case 'address':
      if (parts.includes('desk') || parts.includes('above')) return undefined
      return whyNoAddress(standing, now)
    default:
      return undefined
  }
}

/** Why someone may not take it. The step itself decides who of many was first. */
function whyNotTake(
  doer: Doer,
  order: Facts,
  standing: Standing,
  parts: readonly Part[],
  now: number,
): Refusal | undefined {
  const { state } = standing
  if (order.holder === doer._id || order.person === doer._id || doer.family.some(({ id }) => id === order.person))
    return { reason: 'order-own' }
  if (parts.includes('taker')) return { reason: 'order-taken' }
  if (order.home && isMinor(doer.band)) return { reason: 'order-adults-only' }
  if (parts.includes('asked') || parts.includes('volunteer'))
    return whyNotCleared(doer, order, standing) ?? whyNotThen(doer, order, standing, now)
  if (standing.route !== 'volunteers') return { reason: 'order-not-yours' }
  if (state === 'open' || state === 'offered' || state === 'triage') return { reason: 'order-not-yours' }
  return isClosed(state) ? notNow(state) : { reason: 'order-taken' }
}

/** Why staff have to say yes first, before a volunteer goes into a home or to a child; whom an employer sends it answers for. */
export function whyNotCleared(
  doer: Pick<Doer, 'roles' | 'cleared'>,
  order: Pick<Facts, 'home' | 'band'>,
  { to }: Pick<Standing, 'to'>,
): Refusal | undefined {
  const sent = to !== null && to.kind !== 'team'
  const topic = lacking(doer, clearancesFor(order.home, order.band), sent)
  return topic && { reason: 'order-not-cleared', topic, whose: 'own' }
}

/**
 * Why the time that is wished is not theirs to give: they have promised it to something else, or would not have rest
 * enough. Whom an organisation sends it sees to itself. The step on the calendar decides it for certain, also where two
 * are taken at once.
 */
export function whyNotThen(
  { calendar, rest, ...doer }: Pick<Doer, '_id' | 'band' | 'roles' | 'calendar' | 'rest'>,
  order: Pick<Facts, '_id'>,
  { wants, to, route }: Pick<Standing, 'wants' | 'to' | 'route'>,
  now: number,
): Refusal | undefined {
  if (!wants || wants.endsAt <= now || to?.kind === 'organisation' || !calendar || !rest) return undefined
  return whyNotFree({ ...doer, calendar }, { order, route, to }, wants, rest)
}

/** All that someone may do to an order now. */
export const deedsOf = (doer: Doer, order: Facts, standing: Standing, now: number): Deed[] =>
  (Object.keys(deeds) as Deed[]).filter((deed) => !whyNotDo(deed, doer, order, standing, now))
