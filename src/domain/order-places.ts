import type { EventOf, OrderEvent, OrderState } from './order'
import type { Into, OrderTerms, Standing } from './order-standing'
import { heldFor } from './order-time'

/** Nobody has it any more: neither places nor a time. */
export const none = {
  takers: [],
  sent: 0,
  left: [],
  to: null,
  slot: null,
  holds: [],
  startedAt: null,
  endedAt: null,
} as const

/** Those of the takers who stay, with the time that is theirs. */
const staying = ({ takers, holds }: Standing, stays: (taker: string) => boolean) => ({
  takers: takers.filter(stays),
  holds: holds.filter(({ member }) => stays(member)),
})

/** Up for all volunteers: who had taken one of its places there keeps it; who was asked is asked no more. */
export const opened = (standing: Standing, event: EventOf<'opened'>, into: Into): Standing =>
  into('open', { ...none, ...(standing.state === 'open' && staying(standing, () => true)), words: event.words })

/**
 * Somebody else is asked; who is asked with them and said yes already need not say it twice, and who gives it to
 * themselves has said so by that.
 */
export function assigned(terms: OrderTerms, standing: Standing, event: EventOf<'assigned'>, into: Into): Standing {
  const { to } = event
  const named = (id: string) => to.kind === 'people' && to.ids.includes(id)
  const stay = staying(standing, named)
  const kept = stay.takers.length < terms.need ? stay : { takers: [], holds: [] }
  if (!named(event.by) || kept.takers.includes(event.by)) return into('offered', { ...none, ...kept, to })
  const takers = [...kept.takers, event.by]
  if (takers.length < terms.need) return into('offered', { ...none, ...kept, takers, to })
  return into('accepted', { ...none, takers, to })
}

/**
 * The last place that is taken makes it accepted; where a time was wished, that is the time. Who takes the first of two
 * places keeps that time free meanwhile.
 */
export function taken(terms: OrderTerms, standing: Standing, event: EventOf<'taken'>, into: Into): Standing | null {
  const { state, takers, wants } = standing
  if (state !== 'open' && state !== 'offered') return null
  if (takers.includes(event.by)) return null
  const all = [...takers, event.by]
  const need = standing.to?.kind === 'organisation' ? 1 : terms.need
  // A time that has passed meanwhile, or that one of them has not, is agreed anew.
  const slot = wants && wants.endsAt > standing.at && !event.unagreed ? wants : null
  const holds = slot ? heldFor(standing, all, slot, event.id) : []
  if (all.length < need) return { ...standing, takers: all, holds }
  return into(slot ? 'scheduled' : 'accepted', { takers: all, slot, holds })
}

/**
 * Who was asked says no. Of several who were asked by name only that one is asked no more, as long as enough are left;
 * else staff decide anew, and nobody is asked twice by accident.
 */
export function declined(terms: OrderTerms, standing: Standing, event: OrderEvent, into: Into): Standing {
  const { to } = standing
  const left = to?.kind === 'people' ? to.ids.filter((id) => id !== event.by) : []
  if (left.length < terms.need) return into('triage', none)
  return { ...standing, to: { kind: 'people', ids: left } }
}

const mayHandOn: readonly OrderState[] = ['open', 'offered', 'accepted', 'scheduled']

/** Who had taken it gives it back: the other one keeps their place, and it is looked for once more. */
export function handedOn(standing: Standing, by: string, into: Into): Standing | null {
  const { state, takers, to, route, slot } = standing
  if (!takers.includes(by) || !mayHandOn.includes(state)) return null
  const { takers: left } = staying(standing, (taker) => taker !== by)
  // The time that was agreed is what the resident counts on, whoever comes.
  const again = { ...none, wants: slot ?? standing.wants }
  if (to?.kind === 'team') return into('offered', { ...again, to, takers: left })
  return route === 'volunteers' && to === null ? into('open', { ...again, takers: left }) : into('triage', again)
}

/** Who is at the door alone goes home again: the other one lost their place by not coming. */
export function partnerMissed(standing: Standing, by: string, into: Into): Standing | null {
  const { takers, here } = standing
  const away = takers.find((each) => !here.includes(each))
  return here.includes(by) && away !== undefined ? handedOn(standing, away, into) : null
}
