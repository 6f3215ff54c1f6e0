import type { Member } from '../../src/domain/member'
import type { OfferedTo, Order } from '../../src/domain/order'
import { type Deed, partsOf } from '../../src/domain/order-deed'
import { whyNotGive } from '../../src/domain/order-give'
import { assignInput, guideInput, putUpInput, reasonInput } from '../../src/domain/order-input'
import { namesOf } from '../../src/domain/order-guards'
import type { Standing } from '../../src/domain/order-standing'
import type { Belonging } from '../../src/domain/permission'
import { type Refusal, Refused } from '../../src/domain/refusal'
import { checkWords } from '../activity/words'
import { demand, type MemberCall, procedure } from '../runtime/procedure'
import { act, type Done, type EventFor } from './act'
import { goesFor, knownFor } from './known'
import { bodiesFor, certificatesOf, isLicensed, sentBy, whyNotGoing, whyNotSent } from './licensed'
import { isEmpty } from './unask'

export const written = (call: MemberCall, intent: string) => ({ id: intent, at: call.now, by: call.self })

/** Whose an order is to give, for who reaches only their own team or organisation. */
export function belongingOf({ givenTo }: Pick<Order, 'givenTo'>): Belonging {
  const of = (kind: string) => givenTo.find((name) => name.startsWith(`${kind}:`))?.slice(kind.length + 1) ?? null
  return { team: of('team'), organisation: of('organisation') }
}

/** A step of the desk: only on what the caller's scope of giving orders out reaches. */
export const give = (
  call: MemberCall,
  deed: Deed,
  input: { intent: string; order: string },
  event: EventFor,
): Promise<Done> => act(call, deed, input, event, (order) => demand(call, 'dispatch-order', belongingOf(order)))

/** A social worker looked at what was kept for staff: nothing in it that others must not hear. */
export const pass = procedure({
  needs: 'dispatch-order',
  input: reasonInput,
  run: async (call, { reason, ...input }): Promise<null> => {
    await give(call, 'pass', input, () => ({ ...written(call, input.intent), kind: 'passed', reason }))
    return null
  },
})

/** Puts it up for volunteers, with its words where staff have read them. */
export const putUp = procedure({
  needs: 'dispatch-order',
  input: putUpInput,
  run: async (call, { words, ...input }): Promise<null> => {
    await give(call, 'putUp', input, () => ({ ...written(call, input.intent), kind: 'opened', words }))
    return null
  },
})

/** Gives it to people, a team or an organisation, who answer; what is for the social workers only stays with those. */
export const assign = procedure({
  needs: 'dispatch-order',
  input: assignInput,
  run: async (call, { to, unlisted, ...input }): Promise<null> => {
    const people = to.kind === 'people' ? await peopleOf(call, to.ids) : []
    await give(call, 'assign', input, async (order, standing) => {
      checkReach(call, order, standing, to, people)
      // To give it to oneself is to take it: not for one's own family.
      const forSelf = to.kind === 'people' && to.ids.includes(call.self)
      if (forSelf && call.member.family.some(({ id }) => id === order.person))
        throw new Refused({ reason: 'order-own' })
      const whyNot =
        whyNotGive(order, standing, to, people) ??
        (await whyNotLicensed(call, order, to, people)) ??
        (await whyNobody(call, to))
      const unasked = whyNot || unlisted ? undefined : await whyUnlisted(call, order, standing, to, people)
      if (whyNot || unasked) throw new Refused((whyNot ?? unasked) as Refusal)
      return { ...written(call, input.intent), kind: 'assigned', to }
    })
    return null
  },
})

/** Why these may not go, or send someone: what the item demands was not checked of them, or holds no more. */
async function whyNotLicensed(
  { db, now }: MemberCall,
  order: Order,
  to: OfferedTo,
  people: readonly Person[],
): Promise<Refusal | undefined> {
  if (!isLicensed(order)) return undefined
  if (to.kind !== 'people') return whyNotSent(order, to.id, await bodiesFor(db, [to.id]), 'chosen', now)
  const [own, bodies] = await Promise.all([
    certificatesOf(db, order, to.ids),
    bodiesFor(
      db,
      people.flatMap((person) => sentBy(person) ?? []),
    ),
  ])
  return people
    .map((person) => whyNotGoing(order, person, to, { own, bodies }, 'chosen', now))
    .find((whyNot) => whyNot !== undefined)
}

/** Why a team or an organisation does not get it: nobody is in it who could answer. */
async function whyNobody({ db }: MemberCall, to: OfferedTo): Promise<Refusal | undefined> {
  if (to.kind === 'people' || !(await isEmpty(db, to))) return undefined
  const [body] = await bodiesFor(db, [to.id])
  return { reason: 'order-nobody-there', name: body?.name ?? to.id }
}

/**
 * Why it is asked once more whether they get it: nothing says that they do such things. Who heads a team or a firm gives
 * on what was given to it, and is not asked.
 */
async function whyUnlisted(
  call: MemberCall,
  order: Order,
  standing: Standing,
  to: OfferedTo,
  people: readonly Person[],
): Promise<Refusal | undefined> {
  const parts = partsOf(call.member, order, standing)
  if (!parts.includes('desk') && !parts.includes('above')) return undefined
  const keys = to.kind === 'people' ? people.flatMap((person) => goesFor(person) ?? []) : [to.id]
  if (keys.length === 0) return undefined
  const known = await knownFor(call.db, call.centre._id, order)
  const stranger = keys.find((key) => known(key) === 'neither')
  if (stranger === undefined) return undefined
  const [body] = await bodiesFor(call.db, [stranger])
  return { reason: 'order-unlisted', name: body?.name ?? stranger }
}

type Person = Pick<Member, '_id' | 'name' | 'roles' | 'team' | 'organisation' | 'cleared' | 'erasing' | 'band'>

/** Who serves orders at all; a member of no such role is not sent anywhere. */
const servingRoles = ['volunteer', 'volunteer-captain', 'social-worker', 'operator', 'enterprise'] as const

async function peopleOf({ db }: MemberCall, ids: readonly string[]): Promise<Person[]> {
  const people = await db.members.some<Person>(ids, [
    'name',
    'roles',
    'team',
    'organisation',
    'cleared',
    'erasing',
    'band',
  ])
  const fit = people.filter(
    ({ roles, erasing }) => erasing === undefined && servingRoles.some((role) => roles.includes(role)),
  )
  if (new Set(ids).size !== fit.length) throw new Refused({ reason: 'not-found' })
  return fit
}

/** Who heads a team or an organisation gives its orders to its own people, and to nobody else. */
function checkReach(
  call: MemberCall,
  order: Order,
  standing: Standing,
  to: OfferedTo,
  people: readonly Person[],
): void {
  const parts = partsOf(call.member, order, standing)
  if (parts.includes('desk') || parts.includes('above')) return
  const own = standing.to ? namesOf(standing.to) : []
  const reaches = ({ team, organisation }: Person) =>
    own.includes(`team:${team}`) || own.includes(`organisation:${organisation}`)
  if (to.kind !== 'people' || !people.every(reaches)) throw new Refused({ reason: 'no-permission' })
}

/** Closes it as answered elsewhere: where, in words that the resident reads; a weekly one for this week, or for good. */
export const guide = procedure({
  needs: 'dispatch-order',
  input: guideInput,
  run: async (call, { text: where, series, ...input }): Promise<null> => {
    await checkWords(call, {}, where)
    await give(call, 'guide', input, ({ repeat }) => {
      // Nobody ends a series without having said so.
      if (repeat !== null && series === null) throw new Refused({ reason: 'bad-input', field: 'series' })
      const guided = { ...written(call, input.intent), kind: 'guided', where } as const
      return repeat === null || series === null ? guided : { ...guided, series }
    })
    return null
  },
})

/** After a complaint it is done again, by whom staff choose anew. */
export const redo = procedure({
  needs: 'dispatch-order',
  input: reasonInput,
  run: async (call, { reason, ...input }): Promise<null> => {
    await checkWords(call, {}, reason)
    await give(call, 'redo', input, () => ({ ...written(call, input.intent), kind: 'redone', reason }))
    return null
  },
})
