import type { OfferedTo, Slot } from './order'

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

/**
 * The time of these people that an agreement takes; who had it held for them already keeps that. Of none whom an
 * organisation sends.
 */
export const heldFor = (
  { to, holds }: { to: OfferedTo | null; holds: readonly Hold[] },
  people: readonly string[],
  slot: Slot,
  by: string,
): Hold[] =>
  to?.kind === 'organisation'
    ? []
    : people.map(
        (member) =>
          holds.find(
            (hold) =>
              hold.member === member && hold.slot.startsAt === slot.startsAt && hold.slot.endsAt === slot.endsAt,
          ) ?? { member, slot, by },
      )

/** Those of one list that the other has not. */
export const holdsBeyond = (holds: readonly Hold[], others: readonly Hold[]): Hold[] =>
  holds.filter((hold) => !others.some((other) => same(hold, other)))

interface Going {
  holds: readonly Hold[]
  served: readonly Hold[]
  startedAt: number | null
  at: number
}

/**
 * What was served by those who went there, once one more visit is over: as long as it took, never longer than was
 * agreed. What they held is free again, and this counts for their rest.
 */
export const servedBy = ({ holds, served, startedAt, at }: Going, { id: by }: { id: string }): Hold[] => {
  const from = startedAt ?? at
  const more = holds.flatMap(({ member, slot }) => {
    const endsAt = Math.min(at, from + slot.endsAt - slot.startsAt)
    return endsAt > from ? [{ member, slot: { startsAt: from, endsAt }, by }] : []
  })
  return [...served, ...more]
}

/** All that an order has of anybody's calendar: what is agreed, and what was served. */
export const timeOf = ({ holds, served }: { holds: readonly Hold[]; served: readonly Hold[] }): Hold[] => [
  ...holds,
  ...served,
]
