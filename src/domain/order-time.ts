import type { Slot } from './order'

/**
 * A stretch of a taker's own time that an order has: whose, when, and the event that made it so. Each agreement is a
 * hold of its own, so that giving an old one back never takes a new one away.
 */
export interface Hold {
  member: string
  slot: Slot
  by: string
}

const same = (one: Hold, other: Hold): boolean => one.member === other.member && one.by === other.by

/** The holds of these people for this time; who had it held for them already keeps that. */
export const held = (before: readonly Hold[], members: readonly string[], slot: Slot, by: string): Hold[] =>
  members.map(
    (member) =>
      before.find(
        (hold) => hold.member === member && hold.slot.startsAt === slot.startsAt && hold.slot.endsAt === slot.endsAt,
      ) ?? { member, slot, by },
  )

/** Those of one list that the other has not. */
export const holdsBeyond = (holds: readonly Hold[], others: readonly Hold[]): Hold[] =>
  holds.filter((hold) => !others.some((other) => same(hold, other)))
