import { minute } from '../../src/domain/day'
import { type Service, type ServiceEvent, silenceAfter } from '../../src/domain/hours'
import { serviceOf } from '../../src/domain/hours-log'
import type { EventOf, Order } from '../../src/domain/order'
import type { Database } from '../runtime/database'
import { post } from './post'
import { decide, serviceId } from './service'
import { tellOf } from './tell'

/**
 * Counts the visit of volunteers who carried out an order: each has their service from its start to its end, within the
 * time that was agreed, and the word of whoever ordered counts it. Done after its end and again after that word: the
 * record, the word and the entry each have an id that follows from the order.
 */
export async function countVisit(db: Database, order: Order): Promise<void> {
  const visit = order.route === 'volunteers' ? visitOf(order) : null
  if (!visit) return
  for (const person of order.takers) {
    const made = serviceFor(order, visit, person)
    const service = (await db.services.insert(made)) === 'inserted' ? made : await db.services.get(made._id)
    if (service) await confirm(db, order, visit.ended, service)
  }
}

interface Visit {
  started: EventOf<'started'>
  ended: EventOf<'ended'>
  startsAt: number
  endsAt: number
}

/** The first visit that came to its end; what is done again after a complaint is no second service. */
function visitOf({ events, minutes }: Order): Visit | null {
  const last = events.findIndex(({ kind }) => kind === 'ended')
  const before = events.slice(0, last + 1)
  const ended = before.at(-1)
  const started = before.filter((event): event is EventOf<'started'> => event.kind === 'started').at(-1)
  const agreed = before.filter((event): event is EventOf<'scheduled'> => event.kind === 'scheduled').at(-1)
  if (ended?.kind !== 'ended' || !started) return null
  // Without an agreed time, as long as such a thing takes.
  const slot = agreed?.slot ?? { startsAt: started.at, endsAt: started.at + minutes * minute }
  return { started, ended, startsAt: slot.startsAt, endsAt: slot.endsAt }
}

function serviceFor(order: Order, { started, ended, startsAt, endsAt }: Visit, person: string): Service {
  const { _id: about, centre, title, holder } = order
  return {
    _id: serviceId(centre, person, { source: 'order', about }),
    centre,
    person,
    source: 'order',
    about,
    title,
    served: holder,
    team: null,
    startsAt,
    endsAt,
    state: 'awaiting',
    dueAt: ended.at + silenceAfter,
    events: [
      { id: started.id, at: started.at, kind: 'in', by: started.by, way: 'visit' },
      { id: ended.id, at: ended.at, kind: 'out', by: ended.by, way: 'visit' },
    ],
  }
}

/** Whoever said that it was done said that the time was right; nobody says so of their own. */
async function confirm(db: Database, order: Order, ended: EventOf<'ended'>, service: Service): Promise<void> {
  const place = order.events.indexOf(ended)
  const word = order.events.slice(place).find((event): event is EventOf<'confirmed'> => event.kind === 'confirmed')
  if (service.state === 'awaiting' && word && word.by !== service.person) {
    const [side, by] = sideOf(order, word)
    const { measured: minutes } = serviceOf(service)
    const event: ServiceEvent = { id: word.id, at: word.at, kind: 'confirm', by, side, minutes }
    await decide(db, service, event, 'settled')
  }
  const now = await db.services.get(service._id)
  if (now) await (now.posting ? post(db, now) : tellOf(db, now))
}

const sideOf = ({ holder }: Order, { how, by }: EventOf<'confirmed'>) =>
  how === 'self'
    ? (['served', holder] as const)
    : how === 'staff'
      ? (['staff', by] as const)
      : (['silence', null] as const)
