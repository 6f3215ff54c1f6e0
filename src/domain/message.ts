import * as v from 'valibot'
import { hour } from './day'
import { intentId, shortId } from './input'
import type { NoticeKind, NoticeNoun } from './notice'
import type { PartyState, Roster, RosterEvent } from './roster'
import { steps } from './seats'

/** What an entry in the inbox tells of an activity. */
export type ActivityKind =
  | 'seated'
  | 'waiting'
  | 'promoted'
  | 'offered'
  | 'lapsed'
  | 'held'
  | 'removed'
  | 'cancelled'
  | 'changed'
  | 'notice'
  | 'reminder'
  | 'rate'

export type MessageKind = ActivityKind | NoticeKind

/** Templates of WeChat's subscribe messages, by our own names; each deployment has ids of its own for them. */
export const templates = ['signup-success', 'waitlist-promoted', 'activity-change', 'activity-reminder'] as const
export type Template = (typeof templates)[number]

/** The few that are pushed, and by which template; everything else is in the inbox only. */
export const pushedBy: Partial<Record<ActivityKind, Template>> = {
  seated: 'signup-success',
  promoted: 'waitlist-promoted',
  offered: 'waitlist-promoted',
  changed: 'activity-change',
  cancelled: 'activity-change',
  reminder: 'activity-reminder',
}

/** A template that someone can be asked about, by our name and by WeChat's. */
export interface Asking {
  template: Template
  id: string
}

/** What is asked for when someone has signed up, the most important first; WeChat asks about three at a time. */
export const askedWith = {
  seated: ['activity-change', 'activity-reminder', 'signup-success'],
  waiting: ['waitlist-promoted', 'activity-change', 'activity-reminder'],
} as const satisfies Record<string, readonly Template[]>

/** What is owed to one member; from it follows the entry, always the same one. */
export interface Owed {
  to: string
  kind: ActivityKind
  /** What caused it and whom it is about: with the roster they are the entry's identity. */
  cause: string
  party: string
  at: number
  reason?: string
  expiresAt?: number
}

interface Entry {
  _id: string
  centre: string
  /** The member. */
  to: string
  title: string
  at: number
  /** Why staff did it, or what they wrote. */
  reason?: string
  expiresAt?: number
  read: boolean
  /** due: may be pushed · claimed: someone is at it, or died at it · sent, failed · none: inbox only. */
  push: 'none' | 'due' | 'claimed' | 'sent' | 'failed'
}

/** An entry about an activity. */
export interface ActivityMessage extends Entry {
  kind: ActivityKind
  activity: string
  startsAt: number
}

/** An entry about something else of the centre. */
export interface NoticeMessage extends Entry {
  kind: NoticeKind
  noun: NoticeNoun
  about: string
  startsAt?: number
  minutes?: number
}

/** An entry of the inbox. Its id follows from what is owed: however often it is told, it is there once. */
export type Message = ActivityMessage | NoticeMessage

interface Before {
  member: string
  state: PartyState
}

/**
 * What the log owes to whom, from its event number `from` on. Each event is compared with what stood before it, so the
 * same log owes the same, however it is cut into pieces.
 */
export function owedBy(roster: Pick<Roster, 'events' | 'rules'>, from: number): Owed[] {
  const owed: Owed[] = []
  let before = new Map<string, Before>()
  for (const { event, index, parties } of steps(roster)) {
    const after = new Map(parties.map(({ id, member, state }) => [id, { member, state }]))
    if (index >= from) {
      for (const party of parties) {
        const kind = changeOf(event, party.id, before.get(party.id)?.state, party.state)
        if (kind)
          owed.push({ ...about(event, party), kind, ...(kind === 'offered' && { expiresAt: party.expiresAt ?? 0 }) })
        const told = kindForAll[event.kind]
        if (told) owed.push({ ...about(event, party), kind: told })
      }
      const gone = event.kind === 'leave' ? before.get(event.undoes) : undefined
      if (gone && event.kind === 'leave' && isByStaff(event, gone.member))
        owed.push({
          to: gone.member,
          kind: 'removed',
          cause: event.id,
          party: event.undoes,
          at: event.at,
          ...why(event),
        })
    }
    before = after
  }
  return owed
}

/** What everyone on the list is told of. */
const kindForAll: Partial<Record<RosterEvent['kind'], ActivityKind>> = {
  cancel: 'cancelled',
  time: 'changed',
  notice: 'notice',
}

const about = (event: RosterEvent, party: { id: string; member: string }) => ({
  to: party.member,
  cause: event.id,
  party: party.id,
  at: event.at,
  ...why(event),
})

function why(event: RosterEvent): { reason?: string } {
  if (event.kind === 'notice') return { reason: event.text }
  return 'reason' in event && event.reason !== undefined ? { reason: event.reason } : {}
}

/** A clash takes a party off as if it had never come; it was told so on the screen. */
const isByStaff = (event: RosterEvent & { kind: 'leave' }, member: string): boolean =>
  event.by !== undefined && event.by !== 'clash' && event.by !== member

function changeOf(
  event: RosterEvent,
  party: string,
  before: PartyState | undefined,
  after: PartyState,
): ActivityKind | undefined {
  if (before === after) return undefined
  if (before === undefined) return after === 'seated' ? 'seated' : after === 'waiting' ? 'waiting' : after
  // Who took the seat themselves knows.
  if (event.kind === 'take' && event.party === party) return undefined
  if (after === 'seated') return 'promoted'
  if (after === 'offered' || after === 'lapsed' || after === 'held') return after
  return undefined
}

/** The day before: everyone who has a seat is reminded, once for each time at which it is to begin. */
export const remindersOf = (
  roster: Pick<Roster, 'startsAt'>,
  seated: readonly { id: string; member: string }[],
  now: number,
): Owed[] =>
  seated.map(({ id, member }) => ({
    to: member,
    kind: 'reminder',
    cause: `remind-${roster.startsAt}`,
    party: id,
    at: now,
  }))

/** When those who came are asked how it was, in milliseconds after the end; and once more, who has not said. */
export const asksAfter = [2 * hour, 72 * hour] as const

/** Afterwards: everyone of whom someone was there, and has not said yet how it was, is asked; `nth` is 0 or 1. */
export const invitesOf = (
  silent: readonly string[],
  parties: readonly { id: string; member: string; people: readonly string[] }[],
  nth: number,
  now: number,
): Owed[] =>
  parties
    .filter(({ people }) => people.some((person) => silent.includes(person)))
    .map(({ id, member }) => ({
      to: member,
      kind: 'rate',
      cause: nth === 0 ? 'rate' : 'rate-again',
      party: id,
      at: now,
    }))

type Shown = 'kind' | 'title' | 'startsAt' | 'at' | 'reason' | 'expiresAt' | 'read'

/** One line of the inbox, and what it leads to. */
export type InboxEntry = { id: string } & (
  | Pick<ActivityMessage, Shown | 'activity'>
  | Pick<NoticeMessage, Shown | 'noun' | 'about' | 'minutes'>
)

export interface Inbox {
  entries: InboxEntry[]
  /** Where the next page begins; nothing on the last one. */
  next: { at: number; id: string } | null
  unread: number
  /** How many more of each may be sent through WeChat, and what may be asked about once more. */
  grants: Partial<Record<Template, number>>
  asks: Asking[]
}

const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))

/** A page: the one that begins after the last entry of the page before. Many entries are of the same moment. */
export const inboxInput = v.strictObject({ before: v.nullable(v.strictObject({ at: moment, id: shortId })) })

/** Everything up to this moment has been seen. */
export const readInput = v.strictObject({ until: moment })

/** What someone agreed to be sent, one message each, as WeChat told it. */
export const grantedInput = v.strictObject({
  intent: intentId,
  templates: v.pipe(v.array(v.picklist(templates)), v.minLength(1), v.maxLength(3)),
})
