import { type EventOf, isClosed, type OrderEvent, type OrderOwner, type OrderState, type Slot } from './order'
import { isUnsent } from './order-door'
import { dueAbove, dueOf, patience, soonFor } from './order-due'
import { leftBy } from './order-left'
import { assigned, declined, handedOn, none, opened, partnerMissed, taken } from './order-places'
import { mayGive, mayOpen, settledAs } from './order-settle'
import type { Into, OrderTerms, Standing } from './order-standing'
import { heldFor, servedBy } from './order-time'

/** Who owns a state by itself, before anything is late. */
const ownerOf: Partial<Record<OrderState, OrderOwner>> = {
  triage: 'desk',
  open: 'desk',
  offered: 'provider',
  accepted: 'provider',
  scheduled: 'provider',
  started: 'provider',
  ended: 'resident',
  complained: 'desk',
}

/** Who is asked when the owner did not act in time. At the top it stays, and is asked again. */
const above: Record<OrderOwner, OrderOwner> = {
  resident: 'desk',
  provider: 'desk',
  desk: 'committee',
  committee: 'committee',
}

/**
 * Folds an order's log. The first event is its placing; what does not fit how the order stands is passed over, and an
 * id that the log already has counts once. Nothing for a log that does not begin with a placing.
 */
export function standingOf(terms: OrderTerms, events: readonly OrderEvent[]): Standing | null {
  let standing: Standing | null = null
  const seen = new Set<string>()
  for (const event of events) {
    if (seen.has(event.id)) continue
    seen.add(event.id)
    standing = standing ? (step(terms, standing, event) ?? standing) : placed(terms, event)
    if (!standing) return null
  }
  return standing
}

function placed(terms: OrderTerms, event: OrderEvent): Standing | null {
  if (event.kind !== 'placed') return null
  const { at, route, start, wants } = event
  const { home, minutes, need, locked } = event.rules ?? terms
  const nothing: Standing = {
    state: start,
    owner: null,
    dueAt: null,
    route,
    rules: { home, minutes, need, locked },
    settled: event.rules ? 'open' : 'from-the-first',
    words: false,
    to: null,
    takers: [],
    sent: 0,
    left: [],
    wants,
    slot: null,
    holds: [],
    served: [],
    here: [],
    startedAt: null,
    endedAt: null,
    score: null,
    reported: false,
    before: null,
    at,
  }
  const atOnce = route === 'volunteers' && !locked && !event.rules
  return entered({ ...terms, ...nothing.rules }, nothing, atOnce ? start : 'triage', {})
}

/** The order in another state: its owner by nature, its time anew. */
function entered(terms: OrderTerms, standing: Standing, state: OrderState, more: Partial<Standing>): Standing {
  const next: Standing = { ...standing, before: null, ...more, state }
  const crisis = next.route === 'crisis'
  // Who has no phone cannot say that it is done, and in distress silence says nothing: staff ask them.
  const asked = state === 'ended' && (terms.kept || crisis)
  const due = dueOf({ state, crisis, slot: next.slot, wants: next.wants, minutes: terms.minutes }, next.at)
  return {
    ...next,
    here: state === 'started' ? next.here : [],
    owner: asked ? 'desk' : (ownerOf[state] ?? null),
    dueAt: crisis && beforeTheCall.includes(state) ? soonest(standing, next.at, due) : due,
  }
}

const beforeTheCall: readonly OrderState[] = ['triage', 'offered', 'accepted']

/** Whoever is asked, or says yes: who is in distress waits no longer for it than was promised. */
const soonest = ({ state, dueAt }: Standing, at: number, due: number | null): number | null =>
  beforeTheCall.includes(state) && dueAt !== null && dueAt > at && due !== null ? Math.min(dueAt, due) : due

/** The order after one more event; nothing where the event does not fit how the order stands. */
export function step({ kept }: OrderTerms, before: Standing, event: OrderEvent): Standing | null {
  const terms = { kept, ...before.rules }
  const standing = { ...before, at: Math.max(before.at, event.at) }
  const { state } = standing
  const into = (next: OrderState, more: Partial<Standing> = {}) => entered(terms, standing, next, more)
  const at = (...states: OrderState[]) => states.includes(state)
  switch (event.kind) {
    case 'placed':
      return null
    case 'passed':
      return at('triage') && !terms.locked && standing.route !== 'volunteers'
        ? into('triage', { route: 'volunteers' })
        : null
    case 'settled':
      return settledAs(standing, event)
    case 'opened':
      return at('triage', 'offered', 'open') && mayOpen(standing) ? opened(standing, event, into) : null
    case 'assigned':
      return at('triage', 'open', 'offered', 'accepted', 'scheduled', 'complained') && mayGive(standing)
        ? assigned(terms, standing, event, into)
        : null
    case 'taken':
      return taken(terms, standing, event, into)
    case 'declined':
      return at('offered') ? declined(terms, standing, event, into) : null
    case 'handed-on':
      return handedOn(standing, event.by, into)
    case 'scheduled':
      return at('accepted', 'scheduled')
        ? into('scheduled', { slot: event.slot, holds: heldFor(standing, standing.takers, event.slot, event.id) })
        : null
    case 'moved':
      if (at('triage', 'open', 'offered')) return wished(standing, event.wants)
      return at('accepted', 'scheduled') ? into('accepted', { wants: event.wants, slot: null, holds: [] }) : null
    case 'sent':
      return at('accepted', 'scheduled') && standing.to?.kind === 'organisation'
        ? { ...standing, sent: event.count }
        : null
    case 'started':
      return at('scheduled') ? started(standing, event.by, into) : null
    case 'left':
      return leftBy(standing, event.by)
    case 'ended':
      return at('started')
        ? into('ended', { endedAt: standing.at, holds: [], served: servedBy(standing, event) })
        : null
    case 'held':
      return at('open', 'offered', 'accepted', 'scheduled') ? into('triage', none) : null
    case 'missed':
      if (!at('scheduled')) return null
      if (event.who === 'partner') return partnerMissed(standing, event.by, into)
      return event.who === 'resident' ? into('accepted', { slot: null, holds: [] }) : into('triage', none)
    case 'confirmed':
      return at('ended', 'complained') ? into('confirmed') : null
    case 'complained':
      return at('ended', 'confirmed', 'rated') ? into('complained') : null
    case 'redone':
      return at('complained') ? into('triage', { ...none, score: null, reported: false }) : null
    case 'rated':
      return at('ended', 'confirmed') && standing.score === null ? into('rated', { score: event.score }) : null
    case 'reported':
      if (standing.reported || standing.endedAt === null) return null
      return { ...standing, reported: true }
    case 'cancelled':
      if (isClosed(state) || at('started', 'ended', 'complained')) return null
      return into('cancelled', {
        holds: [],
        before: { id: event.id, until: standing.at + patience.undo, standing: before },
      })
    case 'restored':
      return restored(terms, standing, event)
    case 'guided':
      return at('triage', 'open', 'offered', 'complained') ? into('guided', none) : null
    case 'looked':
      return isClosed(state) ? null : standing
    case 'corrected':
      return at('triage', 'open', 'offered', 'accepted', 'scheduled', 'started') ? standing : null
    case 'overdue':
      return overdue(standing, event, into)
  }
}

/** Another time is wished while nobody has agreed one: somebody is found before it, at the latest when it was due. */
const wished = (standing: Standing, wants: Slot): Standing => ({
  ...standing,
  wants,
  holds: [],
  dueAt: standing.dueAt === null ? null : Math.min(standing.dueAt, soonFor(wants, standing.at)),
})

/** Of two who go the first waits at the door for the other; whom an organisation sends it has said by name. */
function started(standing: Standing, by: string, into: Into): Standing | null {
  const { takers, here } = standing
  if (!takers.includes(by) || here.includes(by) || isUnsent(standing)) return null
  const there = [...here, by]
  if (takers.some((each) => !there.includes(each))) return { ...standing, here: there }
  return into('started', { here: there, startedAt: standing.at })
}

/** Takes a cancellation back, while that is possible: everything is as it was, with time enough. */
function restored(terms: OrderTerms, standing: Standing, event: EventOf<'restored'>): Standing | null {
  const { before } = standing
  if (standing.state !== 'cancelled' || before?.id !== event.undoes || event.at >= before.until) return null
  const { slot, wants } = before.standing
  // What was given back when it was cancelled is held anew, under this event.
  const holds = event.unagreed ? [] : before.standing.holds.map((hold) => ({ ...hold, by: event.id }))
  const again = { ...before.standing, holds, at: standing.at, before: null }
  if (event.unagreed && again.state === 'scheduled')
    return entered(terms, again, 'accepted', { slot: null, wants: slot ?? wants })
  if (again.dueAt !== null && again.dueAt > standing.at) return again
  return entered(terms, again, again.state, {})
}

/** Only the time that is due now can be missed, and only once: the next one is another time. */
function overdue(standing: Standing, event: EventOf<'overdue'>, into: Into): Standing | null {
  const { state, owner, dueAt, route } = standing
  if (owner === null || dueAt === null || dueAt !== event.due || event.at < dueAt) return null
  if (state === 'ended' && owner === 'resident') return into('confirmed')
  const urgent = route === 'crisis' || (state === 'started' && owner === 'provider')
  return { ...standing, owner: above[owner], dueAt: dueAbove(standing.at, urgent, state === 'started') }
}
