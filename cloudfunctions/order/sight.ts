import type { Order } from '../../src/domain/order'
import type { Part } from '../../src/domain/order-deed'
import { stillGoes } from '../../src/domain/order-door'
import type { Standing } from '../../src/domain/order-standing'
import { sees } from '../../src/domain/visibility'
import type { MemberCall } from '../runtime/procedure'

/** What a reader may know of an order. */
export interface Sight {
  /** What it is about: not the committee, of what is for the social workers only. */
  about: boolean
  words: boolean
  photo: boolean
  name: boolean
  masked: boolean
  /** What was written with its steps, and who made them. */
  log: boolean
  /** When it is and who comes: not for who gave it back. */
  when: boolean
  /** How it goes and went: not for who stands aside. */
  now: boolean
}

const serving = ['accepted', 'scheduled', 'started', 'ended', 'complained'] as const

/**
 * What someone who has these parts in it may know; `heads`: it is given to their team or organisation, and a colleague
 * took it, so that it stands on their desk and in their calendar.
 */
export function sightOf(
  { member, now }: MemberCall,
  { photoWaits }: Pick<Order, 'photoWaits'>,
  standing: Standing,
  parts: readonly Part[],
  heads: boolean,
): Sight {
  const is = (...some: Part[]) => some.some((part) => parts.includes(part))
  const above = is('above') && standing.route === 'volunteers'
  // Of a visit that never began whose it is goes with the door.
  const serves = is('taker') && serving.some((state) => state === standing.state) && stillGoes(standing, now)
  const own = is('holder', 'desk')
  // Whoever served once, and has no part in it now, knows what it is while that is no secret.
  const openly = standing.route === 'volunteers' && !standing.rules.locked
  return {
    about: own || above || is('taker', 'asked', 'volunteer') || (parts.length === 0 && openly),
    // The committee reads what was written once a social worker has passed it on, as volunteers do.
    words: own || is('asked', 'taker') || (is('volunteer', 'above') && standing.words),
    photo: own || (serves && !photoWaits),
    name: own || serves || (above && sees(member.roles, 'nickname', 'full')),
    // Who may take it learns nothing of whose it is; who was asked, or sees to it from above, a first character.
    masked: above || is('asked', 'taker'),
    log: own || above || is('taker'),
    when: parts.length > 0 || heads,
    now: parts.length > 0,
  }
}
