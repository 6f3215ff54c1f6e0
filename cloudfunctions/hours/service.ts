import {
  earlyBy,
  never,
  type Service,
  type ServiceEvent,
  silenceAfter,
  closesAfter,
  type Source,
} from '../../src/domain/hours'
import { Refused } from '../../src/domain/refusal'
import { derivedId } from '../runtime/caller'
import { _, type Database } from '../runtime/database'

/** What a service is about, as far as its record needs it. */
export interface Served {
  source: Source
  about: string
  title: string
  startsAt: number
  endsAt: number
  served: string | null
  team: string | null
  along?: number
}

/** The one service of a person at a thing: whoever begins it twice begins the same. */
export const serviceId = (
  centre: string,
  person: string,
  { source, about }: Pick<Served, 'source' | 'about'>,
): string => derivedId(20, 'service', centre, person, source, about)

/**
 * Someone begins to serve: the record is there once, by its id. Answers the record as it stands after that, and whether
 * it was this very intent that began it.
 */
export async function begin(
  db: Database,
  centre: string,
  person: string,
  at: Served,
  event: ServiceEvent & { kind: 'in' },
): Promise<{ service: Service; first: boolean }> {
  if (event.at < at.startsAt - earlyBy) throw new Refused({ reason: 'hours-too-early', opensAt: at.startsAt - earlyBy })
  const dueAt = at.endsAt + closesAfter
  if (event.at >= dueAt) throw new Refused({ reason: 'hours-too-late', closedAt: dueAt })
  const _id = serviceId(centre, person, at)
  const service: Service = { _id, centre, person, ...at, state: 'on', dueAt, events: [event] }
  if ((await db.services.insert(service)) === 'inserted') return { service, first: true }
  const there = await db.services.get(_id)
  if (!there) throw new Refused({ reason: 'server-busy' })
  return { service: there, first: there.events.some(({ id }) => id === event.id) }
}

/** Someone goes: one step, from "there" to "waiting for a word". Nothing where they are not there any more. */
export const end = (db: Database, _id: string, event: ServiceEvent & { kind: 'out' | 'close' }) =>
  db.services.findAndChange(
    { _id, state: 'on', 'events.id': _.nin([event.id]) },
    { state: 'awaiting', dueAt: event.at + silenceAfter, events: _.push([event]) },
  )

/**
 * A word on the minutes. The log's length stands in the filter: a word that was not about what stands now is none.
 * Whatever settles a service is to go into the ledger; the same step says so.
 */
export const decide = (db: Database, before: Service, event: ServiceEvent, state: Service['state']) =>
  db.services.findAndChange(
    { _id: before._id, state: before.state, events: _.size(before.events.length) },
    // An appeal decides nothing, and what was decided before it may not be in the ledger yet.
    { state, dueAt: never, posting: state === 'settled' || before.posting === true, events: _.push([event]) },
  )
