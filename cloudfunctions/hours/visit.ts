import { type Service, type ServiceEvent, silenceAfter } from '../../src/domain/hours'
import { serviceOf, silentOf } from '../../src/domain/hours-log'
import type { Member } from '../../src/domain/member'
import type { EventOf, Order } from '../../src/domain/order'
import { clockedAt, isVoluntary, isVolunteer, type Visit, visitsOf } from '../../src/domain/order-visit'
import type { Database } from '../runtime/database'
import { post } from './post'
import { decide, serviceId } from './service'
import { tellOf } from './tell'

/**
 * Counts every visit of volunteers that carried out an order, what was done again after a complaint as a visit of its
 * own: each who made it has their service from its start to its end, within the time that was agreed, and the word of
 * whoever ordered counts it. Done after its end and again after that word: the record, the word and the entry each have
 * an id that follows from the order.
 */
export async function countVisit(db: Database, order: Order): Promise<void> {
  for (const [nth, visit] of visitsOf(order).entries())
    if (isVoluntary(visit)) for (const person of visit.takers) await countFor(db, order, visit, nth, person)
}

/** Whoever was a volunteer when it was first counted keeps it; nobody else begins to have hours by it. */
async function countFor(db: Database, order: Order, visit: Visit, nth: number, person: string): Promise<void> {
  const made = serviceFor(order, visit, nth, person)
  let service = await db.services.get(made._id)
  if (!service) {
    if (!serves(await db.members.get(person))) return
    service = (await db.services.insert(made)) === 'inserted' ? made : await db.services.get(made._id)
  }
  if (service) await confirm(db, order, visit, service)
}

const serves = (member: Member | null): boolean =>
  member !== null && member.erasing === undefined && isVolunteer(member.roles)

function serviceFor(order: Order, visit: Visit, nth: number, person: string): Service {
  const { _id: about, centre, title, holder } = order
  return {
    _id: serviceId(centre, person, { source: 'order', about: nth === 0 ? about : `${about}.${nth}` }),
    centre,
    person,
    source: 'order',
    about,
    title,
    served: holder,
    team: null,
    usual: order.minutes,
    ...visit.slot,
    state: 'awaiting',
    dueAt: visit.ended.at + silenceAfter,
    events: clockedAt(visit),
  }
}

/** Whoever said that it was done said that the time was right; nobody says so of their own. */
async function confirm(db: Database, order: Order, { word }: Visit, service: Service): Promise<void> {
  if (service.state === 'awaiting' && word && word.by !== service.person) {
    const [side, by] = sideOf(order, word)
    const minutes = side === 'silence' ? silentOf(service) : serviceOf(service).measured
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
