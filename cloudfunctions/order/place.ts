import type { InferOutput } from 'valibot'
import type { EventOf, Order, OrderRules } from '../../src/domain/order'
import { whyNotSlot } from '../../src/domain/order-give'
import { placeForInput, placeInput } from '../../src/domain/order-input'
import { isOrdered, type OrderItem, routeOf, rulesOf, unsettled } from '../../src/domain/order-item'
import { guardsOf } from '../../src/domain/order-guards'
import { standingOf } from '../../src/domain/order-log'
import { isMinor } from '../../src/domain/age'
import { covers } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import { whyNotAgreed } from '../activity/view'
import { keptMember } from '../member/kept'
import { checkName } from '../member/name'
import { derivedId } from '../runtime/caller'
import { demand, type MemberCall, procedure } from '../runtime/procedure'
import { seal } from '../runtime/secret'
import { ownOpen, whyNotAgain } from './again'
import { itemAt, ownWords, readingOf } from './item'

/** What an order that was placed is told as: where it begins, so that the screen can say who looks at it first. */
export interface Placed {
  order: string
  state: 'triage' | 'open'
}

type Asked = Omit<InferOutput<typeof placeInput>, 'person' | 'again'> & { again?: boolean }
type For = Pick<Order, 'holder' | 'person' | 'band' | 'kept' | 'reach'>

/** Orders something, for oneself or one of the family: an order of its own id, however often it is asked. */
export const place = procedure({
  needs: 'place-order',
  input: placeInput,
  beside: ({ item }, self) => ownOpen(item, self),
  run: async (call, { person, ...asked }): Promise<Placed> => {
    const { member } = call
    const own = person === member._id ? member : member.family.find(({ id }) => id === person)
    if (!own) throw new Refused({ reason: 'not-your-family' })
    if (!covers(member, 'place-order', { person })) throw new Refused({ reason: 'no-permission' })
    const whyNot = whyNotAgreed(member, person)
    // A child in danger who asks to be called is called; their grown-ups agree to everything else.
    if (whyNot && !isCrisis(asked)) throw new Refused(whyNot)
    const item = await askedItem(call, asked)
    checkDoor(call, asked, item)
    return keep(call, asked, item, { holder: member._id, person, band: own.band, kept: false, reach: 'app' })
  },
})

/**
 * Staff write an order down for someone without a phone, from a paper card or at a door: for a record that is kept
 * already, or for a new one under the name they give. Whoever has an account holds the order in it themselves.
 */
export const placeFor = procedure({
  needs: 'place-order-for',
  input: placeForInput,
  run: async (call, { holder, name, band, reach, consent: _yes, ...asked }): Promise<Placed> => {
    const { db, centre, member, now, openid } = call
    demand(call, 'place-order-for', {})
    if (holder !== null) {
      const known = await db.members.get(holder)
      if (!known || known.erasing !== undefined) throw new Refused({ reason: 'not-found' })
      const kept = known.keptBy !== undefined
      return keep(call, asked, await askedItem(call, asked), { holder, person: holder, band: known.band, kept, reach })
    }
    await checkName(name, openid)
    const guest = derivedId(16, centre._id, 'kept', asked.intent)
    const { building } = asked
    checkBuilding(call, building)
    const item = await askedItem(call, asked)
    checkAsked(call, asked, item)
    checkConsent(asked, item, { band, person: guest, holder: guest })
    await db.members.insert(keptMember({ _id: guest, centre: centre._id, name, band, building, by: member._id, now }))
    return keep(call, asked, item, { holder: guest, person: guest, band, kept: true, reach })
  },
})

/** What is asked for, whether it stands on the menu this season or not. */
const askedItem = async (call: MemberCall, { item }: Asked): Promise<OrderItem | null> =>
  item === null ? null : itemAt(call, item)

/** Nobody can come to a door that nobody knows. */
function checkDoor(call: MemberCall, asked: Asked, item: OrderItem | null): void {
  if (isNowhere(call, asked, item)) throw new Refused({ reason: 'bad-input', field: 'building' })
}

const isNowhere = ({ centre }: MemberCall, { building }: Asked, item: OrderItem | null): boolean =>
  item?.home === true && building === null && centre.buildings.length > 0

/** Whether a child's guardian has agreed, where the item asks for it; only who orders for a child may be the one. */
function checkConsent(
  { agreed }: Asked,
  item: OrderItem | null,
  { band, person, holder }: Pick<For, 'band' | 'person' | 'holder'>,
): void {
  if (!item?.consent || !isMinor(band)) return
  if (agreed === null || (agreed === 'holder' && person === holder)) throw new Refused({ reason: 'order-guardian' })
}

export function checkBuilding({ centre }: MemberCall, building: string | null): void {
  if (building !== null && !centre.buildings.some(({ id }) => id === building))
    throw new Refused({ reason: 'bad-input', field: 'building' })
}

/** What is asked for, read: what its words tell. Refuses what is no order, an emergency above all. */
function checkAsked({ now }: MemberCall, asked: Asked, item: OrderItem | null) {
  const { item: code, words, wants, urgent } = asked
  if (code === null && words === null) throw new Refused({ reason: 'bad-input', field: 'words' })
  if (code !== null && !item) throw new Refused({ reason: 'order-item-gone' })
  if (item && !isOrdered(item)) throw new Refused({ reason: 'order-other-way', mode: item.mode })
  const reading = words === null ? null : readingOf(words)
  const emergency = reading?.emergency
  // Whoever says that it is not now is believed where the words allow it; who asks to be called is called.
  if (emergency && urgent !== 'call-me' && !(emergency.ask && urgent === 'not-now'))
    throw new Refused({ reason: 'order-emergency', ...emergency })
  const whyNot = wants && whyNotSlot(wants, item?.home ?? hasDoor(asked), now)
  if (whyNot) throw new Refused(whyNot)
  return { reading, crisis: urgent === 'call-me' && emergency !== null && emergency !== undefined }
}

/** Whether somebody is to be called at once, by what they say and what they asked for. */
const isCrisis = ({ words, urgent }: Asked): boolean =>
  urgent === 'call-me' && words !== null && readingOf(words).emergency !== null

/** Whether somebody is asked to come somewhere, as far as own words do not say it. */
const hasDoor = ({ building, room }: Asked): boolean => building !== null || room !== null

/** Keeps the order under the id that follows from who asks and their intent. */
async function keep(call: MemberCall, asked: Asked, item: OrderItem | null, whose: For): Promise<Placed> {
  checkBuilding(call, asked.building)
  const { reading, crisis } = checkAsked(call, asked, item)
  checkConsent(asked, item, whose)
  const _id = derivedId(16, call.centre._id, 'order', call.self, asked.intent)
  const whyNot = whyNotAgain(call, asked, whose.person)
  // Asked again by its own intent it is what it was, and no second one of itself.
  if (whyNot && !(await call.db.orders.get(_id))) throw new Refused(whyNot)
  const { route, start } = routeOf(item, reading, crisis)
  // Nobody takes what has no door yet: whoever wrote it down from a card says it first.
  const nowhere = isNowhere(call, asked, item)
  const rules = item ? rulesOf(item) : unsettled(hasDoor(asked), crisis)
  const placed: EventOf<'placed'> = {
    id: asked.intent,
    at: call.now,
    by: call.self,
    kind: 'placed',
    route,
    start: nowhere ? 'triage' : start,
    wants: asked.wants,
    ...(!item && { rules }),
  }
  const order = orderOf(call, _id, asked, item, whose, rules, placed)
  if ((await call.db.orders.insert(order)) === 'inserted') return { order: _id, state: begun(order.state) }
  const first = await call.db.orders.get(_id)
  const [was] = first?.events ?? []
  if (was?.kind !== 'placed') throw new Refused({ reason: 'not-found' })
  return { order: _id, state: was.start }
}

const begun = (state: Order['state']): Placed['state'] => (state === 'open' ? 'open' : 'triage')

function orderOf(
  { centre, now }: MemberCall,
  _id: string,
  { words, room, building, weekly, item: code, agreed }: Asked,
  item: OrderItem | null,
  whose: For,
  rules: OrderRules,
  placed: EventOf<'placed'>,
): Order {
  const facts = {
    _id,
    centre: centre._id,
    item: code,
    category: item?.category ?? null,
    title: item?.name ?? ownWords,
    ...(item?.qualification && { qualification: item.qualification }),
    ...(item?.consent && isMinor(whose.band) && agreed !== null && { agreed }),
    ...whose,
    building,
    ...(words !== null && { words: seal('order-words', _id, words) }),
    ...(room !== null && { room: seal('order-room', _id, room) }),
    ...rules,
    // Nobody is in danger by the calendar: whoever is again calls again.
    repeat: weekly && placed.route !== 'crisis' ? { first: _id, nth: 0 } : null,
    placedAt: now,
  }
  const standing = standingOf(facts, [placed])
  if (!standing) throw new Error('an order that does not begin')
  return {
    ...facts,
    ...guardsOf(standing, 1),
    keeps: words !== null || room !== null,
    repeatDue: false,
    countDue: false,
    told: 0,
    toTell: true,
    events: [placed],
  }
}
