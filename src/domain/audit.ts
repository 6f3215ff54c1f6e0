import * as v from 'valibot'
import { activityInput } from './activity'
import type { Contact } from './contact'
import { intentId, line, partyId } from './input'
import type { VerdictEntry } from './rating'
import type { Role } from './role'
import type { Roster, RosterEvent } from './roster'

/** A look at what is private of someone: written before it is shown, never changed, and theirs to see. */
export interface Audit {
  /** Derived from who looks, at whom, and the intent: a repetition is the same look. */
  _id: string
  centre: string
  /** Whose it is that was looked at. */
  about: string
  by: string
  at: number
  what: (keyof Contact)[]
  reason: string
  /** The activity that it was about. */
  title: string
}

/** What staff may do to a person's matter; each with who, when and why. */
export const traceKinds = [
  'look',
  'add',
  'seat',
  'wait',
  'remove',
  'check-in',
  'undo-check-in',
  'words-shown',
  'words-hidden',
  'looked-into',
] as const
export type TraceKind = (typeof traceKinds)[number]

/** One thing that somebody did to a matter of mine. */
export interface Trace {
  id: string
  at: number
  kind: TraceKind
  /** Who did it; an id until names are looked up. */
  by: string
  reason: string | null
  title: string
}

/** The same, as its owner reads it. */
export interface OwnTrace extends Omit<Trace, 'by'> {
  /** Nothing where they are no member any more. */
  by: { name: string; role: Role } | null
}

/** A look as a trace. */
export const traceOf = ({ _id, at, by, reason, title }: Audit): Trace => ({
  id: _id,
  at,
  kind: 'look',
  by,
  reason,
  title,
})

/**
 * What others than the member did to the member's parties, by the roster's log, oldest first. Nothing is written for
 * it anywhere else: the log keeps who and why already.
 */
export function tracesIn(roster: Pick<Roster, '_id' | 'title' | 'events'>, member: string): Trace[] {
  const own: Own = { parties: new Set(), people: new Set(), checkIns: new Set() }
  for (const event of roster.events) {
    if (event.kind === 'join' && event.member === member) {
      own.parties.add(event.id)
      for (const person of event.people) own.people.add(person)
    }
    if (event.kind === 'check-in' && event.people.some((person) => own.people.has(person))) own.checkIns.add(event.id)
  }
  return roster.events.flatMap((event) => {
    const done = deedIn(event, own)
    if (!done || done.by === member || done.by === 'clash') return []
    const { kind, by, reason = null } = done
    return [{ id: `${roster._id}.${event.id}`, at: event.at, title: roster.title, kind, by, reason }]
  })
}

/**
 * What others did to what these raters said: decided whether their words may be seen, or looked into a low rating. Of
 * looking into it the fact only: what is noted there is written for the committee.
 */
export function tracesOnWords(
  verdict: { _id: string; title: string; entries: readonly VerdictEntry[] },
  raters: ReadonlySet<string>,
): Trace[] {
  const { _id, title, entries } = verdict
  const own = new Set(entries.flatMap((each) => (each.kind === 'rate' && raters.has(each.rater) ? [each.id] : [])))
  return entries.flatMap((entry): Trace[] => {
    const { at } = entry
    const id = `${_id}.${entry.id}`
    if (entry.kind === 'decide' && own.has(entry.about)) {
      const kind = entry.pass ? 'words-shown' : 'words-hidden'
      return [{ id, at, title, kind, by: entry.by, reason: entry.reason }]
    }
    if (entry.kind === 'follow' && raters.has(entry.rater))
      return [{ id, at, title, kind: 'looked-into', by: entry.by, reason: null }]
    return []
  })
}

/** Which events of a log carry a reason that somebody wrote about this member's matter: it may say who they are. */
export function reasonsAbout(roster: Pick<Roster, '_id' | 'title' | 'events'>, member: string): string[] {
  const told = tracesIn(roster, member).flatMap(({ id, reason }) => (reason ? [id.slice(roster._id.length + 1)] : []))
  return [...new Set(told)]
}

/** What of a roster is one member's. */
interface Own {
  parties: Set<string>
  people: Set<string>
  checkIns: Set<string>
}

interface Deed {
  kind: TraceKind
  by: string
  reason?: string
}

/** What an event did to something of theirs, where somebody did it. */
function deedIn(event: RosterEvent, own: Own): Deed | undefined {
  switch (event.kind) {
    case 'join': {
      const { by, reason, id } = event
      if (by === undefined || !own.parties.has(id)) return undefined
      return { kind: 'add', by, ...(reason !== undefined && { reason }) }
    }
    case 'leave': {
      const { by, reason, undoes } = event
      if (by === undefined || !own.parties.has(undoes)) return undefined
      return { kind: 'remove', by, ...(reason !== undefined && { reason }) }
    }
    case 'move':
      return own.parties.has(event.party) ? { kind: event.to, by: event.by, reason: event.reason } : undefined
    case 'check-in': {
      const { by, id, reason } = event
      return own.checkIns.has(id) ? { kind: 'check-in', by, ...(reason !== undefined && { reason }) } : undefined
    }
    case 'undo-check-in':
      return own.checkIns.has(event.undoes) ? { kind: 'undo-check-in', by: event.by, reason: event.reason } : undefined
    default:
      return undefined
  }
}

/** Whose contact: the holder of a party on a roster, who signed it up. */
export const contactOfInput = v.strictObject({ ...activityInput.entries, party: partyId })

/** The same in full, with the reason that its owner will read. */
export const revealInput = v.strictObject({ intent: intentId, ...contactOfInput.entries, reason: line(2, 60) })
