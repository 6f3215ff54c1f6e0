import type { Member } from '../../src/domain/member'
import type { Order } from '../../src/domain/order'
import { contactAt } from '../../src/domain/order-contact'
import type { Standing } from '../../src/domain/order-standing'
import type { OrderPerson } from '../../src/domain/order-page'
import { isVoluntary, isVolunteer, minutesOf, visitsOf } from '../../src/domain/order-visit'
import type { Provider } from '../../src/domain/provider'

/** As much of somebody as a page of an order may say of them. */
export type Person = Pick<Member, '_id' | 'name' | 'roles' | 'team' | 'organisation'>
export type Body = Pick<Provider, 'key' | 'name'>

const personal = ['phone', 'room', 'birth', 'openid', 'calendar', 'family', 'consent', 'contactConsent', 'grants']
/** What of people who are looked up beside orders, under this name, is not brought along. */
export const bare = (as: string): Record<string, 0> =>
  Object.fromEntries(personal.map((field) => [`${as}.${field}`, 0]))

type Names = ReadonlyMap<string, Person>

/** Who waits for those who went there to come back. */
export function contactIn({ events }: Order, names: Names): string | null {
  const contact = contactAt(events)
  return contact === null ? null : (names.get(contact)?.name ?? null)
}

/** Whom an organisation sends, as it said last. */
export function sentIn({ events }: Order, { sent }: Standing): string | null {
  const said = [...events].reverse().find((event) => event.kind === 'sent')
  return sent > 0 && said?.kind === 'sent' ? said.names || null : null
}

/** What the word that the last visit is done counts for each volunteer who made it. */
export function countsOf(order: Order, names: Names): number | null {
  const visit = visitsOf(order).at(-1)
  const any = visit && isVoluntary(visit) && visit.takers.some((id) => isVolunteer(names.get(id)?.roles ?? []))
  return any && !visit.word ? minutesOf(visit) : null
}

export const personOf = (id: string, names: Names): OrderPerson => ({
  id,
  name: names.get(id)?.name ?? '',
  of: names.get(id)?.organisation ?? null,
})

/** Whom it waits for, by name: people, or the team or organisation as the centre knows it. */
export function askedOf({ to }: Standing, names: Names, bodies: readonly Body[]): string | null {
  if (!to) return null
  if (to.kind === 'people') return to.ids.map((id) => names.get(id)?.name ?? '').join('、')
  return bodies.find((each) => each.key === to.id)?.name ?? null
}
