import type { Thing } from '../../src/domain/thing'
import { type DeskThing, loseInput, mendedInput, saveThingInput, takeBackInput } from '../../src/domain/loan-page'
import { Refused } from '../../src/domain/refusal'
import { checkWords } from '../activity/words'
import { _ } from '../runtime/database'
import { allowed, procedure } from '../runtime/procedure'
import { viewOf } from './desk'
import { follow } from './running'
import { belongingOf, loanIn, log, otherwise, reach, thingOf, wasDone, withThing } from './thing'

/** Takes a piece back, and how it is. A broken one goes to be repaired; any other is the next one's at once. */
export const takeBack = procedure({
  needs: 'manage-loan',
  input: takeBackInput,
  beside: withThing,
  run: async (call, { intent, thing: id, loan: which, condition, note }): Promise<DeskThing> => {
    const { db, now, member } = call
    const thing = reach(call)
    const loan = loanIn(thing, which, now)
    if (wasDone(thing, intent)) return viewOf(call, thing)
    if (loan.state !== 'out') throw otherwise()
    const back = await log(
      db,
      id,
      [{ id: intent, at: now, kind: 'return', undoes: which, by: member._id, condition, note }],
      { 'events.undoes': _.nin([which]) },
      {
        people: _.pull(loan.person),
        ...(condition === 'broken' ? { mending: _.inc(1) } : { left: _.inc(1) }),
      },
    )
    const after = back ?? (await thingOf(db, id))
    await follow(db, after, which, now)
    return viewOf(call, after)
  },
})

/** A piece will not come back: there is one fewer, and whoever had it has it no more. */
export const lose = procedure({
  needs: 'manage-loan',
  input: loseInput,
  beside: withThing,
  run: async (call, { intent, thing: id, loan: which, reason }): Promise<DeskThing> => {
    const { db, now, member } = call
    const thing = reach(call)
    const loan = loanIn(thing, which, now)
    if (wasDone(thing, intent)) return viewOf(call, thing)
    if (loan.state !== 'out') throw otherwise()
    const lost = await log(
      db,
      id,
      [{ id: intent, at: now, kind: 'lost', undoes: which, by: member._id, note: reason }],
      { 'events.undoes': _.nin([which]) },
      { people: _.pull(loan.person), stock: _.inc(-1) },
    )
    const after = lost ?? (await thingOf(db, id))
    await follow(db, after, which, now)
    return viewOf(call, after)
  },
})

/** So many are repaired, and are lent again. */
export const mended = procedure({
  needs: 'manage-loan',
  input: mendedInput,
  beside: withThing,
  run: async (call, { intent, thing: id, pieces }): Promise<DeskThing> => {
    const { db, now, member } = call
    const thing = reach(call)
    if (wasDone(thing, intent)) return viewOf(call, thing)
    const after = await log(
      db,
      id,
      [{ id: intent, at: now, kind: 'mended', pieces, by: member._id }],
      { mending: _.gte(pieces) },
      { mending: _.inc(-pieces), left: _.inc(pieces) },
    )
    const current = after ?? (await thingOf(db, id))
    if (!wasDone(current, intent)) throw otherwise()
    return viewOf(call, current)
  },
})

/** How many may wait for a piece of one kind. */
const waitCapacity = 30

/**
 * Adds a kind of thing, or changes what is said of it and how many there are. Who saved in between is not written over.
 * Fewer than are out takes nothing from anyone: nobody is moved up until enough came back.
 */
export const saveThing = procedure({
  needs: 'manage-loan',
  input: saveThingInput,
  beside: withThing,
  run: async (call, { intent, thing: id, version, open, stock, ...words }): Promise<DeskThing> => {
    const { db, now, member, centre } = call
    await checkWords(call, {}, words.name, words.note, words.deposit)
    const state = open ? 'open' : 'closed'
    if ((call.beside as [Thing[]])[0].length === 0) {
      if (version > 0) throw new Refused({ reason: 'not-found' })
      const whole = allowed(call, 'manage-loan', {})
      const made: Thing = {
        _id: id,
        centre: centre._id,
        ...words,
        organisation: whole ? null : member.organisation,
        team: whole ? null : member.team,
        state,
        stock,
        mending: 0,
        waitCapacity,
        left: stock + waitCapacity,
        people: [],
        wake: Number.MAX_SAFE_INTEGER,
        told: 0,
        version: 1,
        saved: intent,
        firstStock: stock,
        events: [],
      }
      if (!allowed(call, 'manage-loan', belongingOf(made))) throw new Refused({ reason: 'no-permission' })
      if ((await db.things.insert(made)) === 'inserted') return viewOf(call, made)
      // Made in the same moment: by this very intent, or by someone else.
      const there = await thingOf(db, id)
      if (there.saved !== intent) throw new Refused({ reason: 'changed-meanwhile' })
      return viewOf(call, there)
    }
    const thing = reach(call)
    if (thing.saved === intent) return viewOf(call, thing)
    const counted = thing.stock !== stock
    const change = { ...words, state, saved: intent, version: _.inc(1) }
    const same = { version, saved: _.neq(intent) }
    const saved = counted
      ? await log(
          db,
          id,
          [{ id: intent, at: now, kind: 'stock', stock, by: member._id, note: '' }],
          { ...same, stock: thing.stock },
          { ...change, stock, left: _.inc(stock - thing.stock) },
        )
      : await db.things.findAndChange({ _id: id, ...same }, change)
    const current = saved ?? (await thingOf(db, id))
    if (current.saved !== intent) throw new Refused({ reason: 'changed-meanwhile' })
    return viewOf(call, current)
  },
})
