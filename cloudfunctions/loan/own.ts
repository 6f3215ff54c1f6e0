import { noInput } from '../../src/domain/input'
import { freeOf, lendingOf, type Loan, openStates } from '../../src/domain/loan'
import type { Thing } from '../../src/domain/thing'
import {
  type OwnLoan,
  type OwnLoans,
  ownLoan,
  type ThingCard,
  type ThingPage,
  thingInput,
} from '../../src/domain/loan-page'
import { firstBack, whyNotExtend } from '../../src/domain/loan-rule'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import { procedure } from '../runtime/procedure'
import { thingOf, toldAt } from './thing'

/** Kinds of things that a centre lends, at most. */
export const mostThings = 200

type Listed = Omit<Thing, 'events'>

const cardOf = (thing: Listed, free: number, waiting: number): ThingCard => ({
  id: thing._id,
  name: thing.name,
  item: thing.item,
  glyph: thing.glyph,
  stock: thing.stock,
  free,
  waiting,
  days: thing.days,
})

/** Everything that is lent, from the guard fields alone: a list reads no logs. */
export const list = procedure({
  needs: 'anyone',
  input: noInput,
  run: async ({ db }): Promise<ThingCard[]> => {
    const things = await db.things.aggregate<Listed>({ name: { $exists: true }, state: 'open' }, [
      { $sort: { name: 1 } },
      { $limit: mostThings },
      { $project: { events: 0, people: 0 } },
    ])
    return things.map((thing) => cardOf(thing, freeOf(thing), Math.max(0, thing.waitCapacity - thing.left)))
  },
})

/** The page of one thing, for whoever opens it, cold or as a member. */
export const open = procedure({
  needs: 'anyone',
  input: thingInput,
  run: async ({ db, member, now }, { thing: id }): Promise<ThingPage> => {
    const found = await thingOf(db, id)
    const thing = member ? await toldAt(db, found, now, member._id) : found
    const { loans, free, waiting } = lendingOf(thing, now)
    const mine = loans.filter((loan) => loan.member === member?._id && openStates.includes(loan.state))
    return {
      ...cardOf(thing, free, waiting),
      note: thing.note,
      deposit: thing.deposit,
      back: firstBack(loans, now),
      waitRoom: Math.max(0, Math.min(thing.waitCapacity, thing.left)),
      mine: member ? mine.map((loan) => ownView(thing, loan, member, now)) : [],
      open: thing.state === 'open',
    }
  },
})

/** The latest that are over, as many as one remembers. */
const mostPast = 20

/** What I and mine have and wait for, soonest due first; and what was brought back. */
export const mine = procedure({
  needs: 'see-own-record',
  input: noInput,
  run: async ({ db, member, now }): Promise<OwnLoans> => {
    const things = await db.things.aggregate<Thing>({ 'events.member': member._id }, [{ $limit: mostThings }])
    const all = things.flatMap((thing) =>
      lendingOf(thing, now)
        .loans.filter((loan) => loan.member === member._id)
        .map((loan) => ownView(thing, loan, member, now)),
    )
    const over = all.filter(({ state }) => !openStates.includes(state))
    return {
      open: all
        .filter(({ state }) => openStates.includes(state))
        .sort((a, b) => (a.dueAt ?? a.keptUntil ?? 0) - (b.dueAt ?? b.keptUntil ?? 0)),
      past: over.sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0)).slice(0, mostPast),
    }
  },
})

/** One's own loan with the name of whom it is for; of someone who is in the family no more there is none. */
export function ownView(thing: Thing, loan: Loan, member: Member, now: number): OwnLoan {
  if (loan.member !== member._id) throw new Refused({ reason: 'not-found' })
  const names = new Map([[member._id, member.name], ...member.family.map(({ id, name }) => [id, name] as const)])
  return ownLoan(thing, loan, names.get(loan.person) ?? '', !whyNotExtend(thing, loan, now))
}
