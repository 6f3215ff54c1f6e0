import type { ActivityPage } from '../../domain/activity'
import type { OwnProfile } from '../../domain/member'
import type { Refusal } from '../../domain/refusal'
import { type Signer, whyNotSignUp } from '../../domain/sign-up'

/** Someone who may be signed up, and why not, where not. */
export interface Candidate extends Signer {
  name: string
  self: boolean
  whyNot: Refusal | undefined
}

/** Myself and my family, each with what stands in the way of them alone: on the list already, or not of the age. */
export function candidates(page: ActivityPage, me: OwnProfile, now: number): Candidate[] {
  return [me, ...me.family].map(({ id, name, band }) => ({
    id,
    name,
    band,
    self: id === me.id,
    whyNot: whyNotTogether(page, [{ id, band }], now, ['already-signed', 'age-not-fit']),
  }))
}

/** Why these people cannot be signed up together now, by the functions' own rule, as far as the page knows. */
export function whyNot(page: ActivityPage, people: readonly Signer[], now: number): Refusal | undefined {
  return page.whyNot ?? whyNotTogether(page, people, now)
}

function whyNotTogether(
  page: ActivityPage,
  people: readonly Signer[],
  now: number,
  only?: readonly Refusal['reason'][],
): Refusal | undefined {
  const { seats } = page
  const refusal = whyNotSignUp(
    {
      ...page,
      _id: page.id,
      capacity: seats.capacity,
      waitCapacity: seats.waiting + seats.waitRoom,
      room: seats.free + seats.waitRoom,
      people: page.parties.flatMap((party) => party.people.map(({ id }) => id)),
    },
    people,
    [],
    now,
  )
  if (!refusal || (only && !only.includes(refusal.reason))) return undefined
  // How many wait before them is known from the seats; the page has no names but one's own.
  return refusal.reason === 'waitlist-full' ? { ...refusal, waiting: seats.waiting } : refusal
}
