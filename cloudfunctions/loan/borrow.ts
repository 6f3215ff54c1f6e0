import { lendingOf } from '../../src/domain/loan'
import type { Thing } from '../../src/domain/thing'
import { borrowInput, type OwnLoan, ownLoanInput } from '../../src/domain/loan-page'
import { dueAgain, whyNotBorrow, whyNotExtend } from '../../src/domain/loan-rule'
import { Refused } from '../../src/domain/refusal'
import { checkOwnPerson } from '../member/person'
import { _ } from '../runtime/database'
import { type MemberCall, procedure } from '../runtime/procedure'
import { mostThings, ownView } from './own'
import { follow, freeRunning, keepRunning } from './running'
import { log, otherwise, ownOf, thingOf, toldAt, wasDone, withThing } from './thing'

/**
 * Asks for a piece, for oneself or one of one's family: one atomic step that takes a free one, or a place in the line
 * where all are out. The rules are looked at before, and again by the step itself, which alone decides.
 */
export const borrow = procedure({
  needs: 'borrow-item',
  input: borrowInput,
  // Everything that they ever asked for, whoever of theirs it was for, and whether those are theirs still.
  beside: ({ thing }, self) => [
    ...withThing({ thing }),
    { from: 'things', match: { 'events.member': self }, limit: mostThings },
  ],
  run: async (call, { intent, thing: id, person }): Promise<OwnLoan> => {
    const { db, member, now } = call
    checkOwnPerson(member, person, 'borrow-item')
    const [[thing], around] = call.beside as [Thing[], Thing[]]
    if (!thing) throw new Refused({ reason: 'not-found' })
    if (wasDone(thing, intent)) return asTold(call, thing, intent)
    const whyNot = whyNotBorrow(thing, around, { member: member._id, person }, now)
    if (whyNot) throw new Refused(whyNot)
    const { name } = thing
    await keepRunning(db, member._id, { loan: intent, thing: id, name, person, at: now }, now)
    const borrowed = await log(
      db,
      id,
      [{ id: intent, at: now, kind: 'borrow', member: member._id, person }],
      { state: 'open', left: _.gte(1), people: _.nin([person]) },
      { left: _.inc(-1), people: _.push([person]) },
    )
    if (borrowed) return asTold(call, borrowed, intent)
    const current = await thingOf(db, id)
    if (wasDone(current, intent)) return asTold(call, current, intent)
    await freeRunning(db, member._id, intent)
    throw new Refused(whyNotBorrow(current, around, { member: member._id, person }, now) ?? { reason: 'server-busy' })
  },
})

/** How it stood right after it was asked for: what its borrower was told then, whatever became of it since. */
function asTold({ member, now }: MemberCall, thing: Thing, intent: string): OwnLoan {
  const place = thing.events.findIndex(({ id }) => id === intent)
  const event = thing.events[place]
  if (event?.kind !== 'borrow' || event.member !== member._id) throw new Refused({ reason: 'not-found' })
  const then = { ...thing, events: thing.events.slice(0, place + 1) }
  return ownView(then, ownOf(lendingOf(then, event.at), intent, member._id), member, now)
}

/** Takes the piece that was offered; or, where the offer has lapsed, asks to be in the line again. */
export const take = procedure({
  needs: 'borrow-item',
  input: ownLoanInput,
  run: async ({ db, member, now }, { intent, thing: id, loan }): Promise<OwnLoan> => {
    const before = await toldAt(db, await thingOf(db, id), now, member._id)
    const { state } = ownOf(lendingOf(before, now), loan, member._id)
    if (wasDone(before, intent)) return ownView(before, ownOf(lendingOf(before, now), loan, member._id), member, now)
    if (state !== 'offered' && state !== 'lapsed') throw otherwise()
    const taken = await log(
      db,
      id,
      [{ id: intent, at: now, kind: 'take', loan }],
      { state: 'open', 'events.undoes': _.nin([loan]) },
      {},
    )
    const after = taken ?? (await thingOf(db, id))
    // The step did not match, and no earlier one of this intent did: nothing is theirs by it.
    if (!wasDone(after, intent))
      throw after.state === 'closed' ? new Refused({ reason: 'loan-closed', name: after.name }) : otherwise()
    return ownView(after, ownOf(lendingOf(after, now), loan, member._id), member, now)
  },
})

/** Asks for it no more, before it is handed out. Asked twice it is done once. */
export const cancel = procedure({
  needs: 'borrow-item',
  input: ownLoanInput,
  run: async ({ db, member, now }, { intent, thing: id, loan: which }): Promise<OwnLoan> => {
    const thing = await thingOf(db, id)
    const loan = ownOf(lendingOf(thing, now), which, member._id)
    if (loan.state === 'cancelled') return ownView(thing, loan, member, now)
    const cancelled = await log(
      db,
      id,
      [{ id: intent, at: now, kind: 'cancel', undoes: which }],
      { 'events.undoes': _.nin([which]), events: _.not(_.elemMatch({ kind: 'hand-out', loan: which })) },
      { left: _.inc(1), people: _.pull(loan.person) },
    )
    const after = cancelled ?? (await thingOf(db, id))
    const left = ownOf(lendingOf(after, now), which, member._id)
    await follow(db, after, which, now)
    if (left.state !== 'cancelled') throw otherwise()
    return ownView(after, left, member, now)
  },
})

/** Keeps it longer, once, where nobody waits for it and it is not late. */
export const extend = procedure({
  needs: 'borrow-item',
  input: ownLoanInput,
  run: async ({ db, member, now }, { intent, thing: id, loan: which }): Promise<OwnLoan> => {
    const thing = await thingOf(db, id)
    const loan = ownOf(lendingOf(thing, now), which, member._id)
    if (wasDone(thing, intent)) return ownView(thing, loan, member, now)
    const whyNot = whyNotExtend(thing, loan, now)
    if (whyNot) throw new Refused(whyNot)
    const extended = await log(
      db,
      id,
      [{ id: intent, at: now, kind: 'extend', loan: which, dueAt: dueAgain(thing, loan) }],
      {
        // As many places in the line as there are: nobody is in it.
        left: _.gte(thing.waitCapacity),
        'events.undoes': _.nin([which]),
        events: _.not(_.elemMatch({ kind: 'extend', loan: which })),
      },
      {},
    )
    const after = extended ?? (await thingOf(db, id))
    const later = ownOf(lendingOf(after, now), which, member._id)
    if (!extended && !wasDone(after, intent))
      throw new Refused(whyNotExtend(after, later, now) ?? { reason: 'server-busy' })
    await follow(db, after, which, now)
    return ownView(after, later, member, now)
  },
})
