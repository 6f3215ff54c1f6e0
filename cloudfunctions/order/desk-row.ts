import { isMinor } from '../../src/domain/age'
import type { Member } from '../../src/domain/member'
import type { DeskRow } from '../../src/domain/order-desk-row'
import { beginningOf } from '../../src/domain/order-own'
import type { Role } from '../../src/domain/role'
import { maskedName } from '../../src/domain/visibility'
import { unseal } from '../runtime/secret'
import { rowOf, type WithWords } from './row'

/** An order of the desk's list, with who ordered it. */
export type DeskOrder = WithWords & { holders: Pick<Member, '_id' | 'name' | 'band'>[] }

/**
 * One line for who gives orders out: they see no more of it than on its page. The list stands open on a counter, so that
 * what is for the social workers only has no words there, and its name, as a child's, no more than a first character.
 */
export function deskRowOf(
  roles: readonly Role[],
  order: DeskOrder,
  buildings: ReadonlyMap<string, string>,
  now: number,
): DeskRow {
  const desk = roles.includes('social-worker')
  const kept = order.locked || order.route !== 'volunteers'
  // A team or an organisation knows for whom it is asked; once one of theirs goes, only who goes knows.
  const near = !kept && (roles.includes('committee-member') || order.state === 'offered')
  const [holder] = order.holders
  const whole = desk && !kept && holder !== undefined && !isMinor(holder.band)
  return {
    ...rowOf(order, buildings, now, desk || !kept),
    who: !holder || !(desk || near) ? null : whole ? holder.name : maskedName(holder.name),
    self: order.person === order.holder,
    said: (desk && !kept) || (near && order.wordsPassed) ? saidOf(order) : null,
    photoWaits: desk && order.photoWaits === true,
  }
}

const saidOf = ({ _id, words }: DeskOrder): string | null =>
  words === undefined ? null : beginningOf(unseal('order-words', _id, words))
