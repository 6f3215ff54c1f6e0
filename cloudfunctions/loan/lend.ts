import { dueOf, type LoanEvent, type Thing } from '../../src/domain/loan'
import { type DeskThing, handOutInput, lendGuestInput, lendInput } from '../../src/domain/loan-page'
import { whyNotBorrow } from '../../src/domain/loan-rule'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import { whyNotAgreed } from '../activity/view'
import { keptMember } from '../member/kept'
import { grown } from '../runtime/birth'
import { derivedId } from '../runtime/caller'
import { _, type Database } from '../runtime/database'
import { type MemberCall, procedure } from '../runtime/procedure'
import { viewOf } from './desk'
import { loanIn, log, otherwise, reach, thingOf, wasDone } from './thing'

/** Hands out what is kept for someone, or was offered to them and they came for it. */
export const handOut = procedure({
  needs: 'manage-loan',
  input: handOutInput,
  run: async (call, { intent, thing: id, loan: which }): Promise<DeskThing> => {
    const { db, now, member } = call
    const thing = await reach(call, id)
    const { state } = loanIn(thing, which, now)
    if (wasDone(thing, intent)) return viewOf(call, thing)
    if (state !== 'kept' && state !== 'offered') throw otherwise()
    const by = member._id
    const out: LoanEvent = { id: intent, at: now, kind: 'hand-out', loan: which, by, dueAt: dueOf(now, thing.days) }
    // Whoever comes for what was offered has said yes by coming; the log takes both or neither.
    const taken: LoanEvent = { id: `${intent}.take`, at: now, kind: 'take', loan: which }
    const handed = await log(
      db,
      id,
      state === 'offered' ? [taken, out] : [out],
      {
        'events.undoes': _.nin([which]),
        // An offer may lapse between the look and the step, and be another's by then.
        ...(state === 'offered' ? { events: _.size(thing.events.length) } : { events: _.not(outOf(which)) }),
      },
      {},
    )
    const after = handed ?? (await thingOf(db, id))
    if (loanIn(after, which, now).state !== 'out') throw otherwise()
    return viewOf(call, after)
  },
})

const outOf = (loan: string) => _.elemMatch({ kind: 'hand-out', loan })

/** Hands a free piece out at once to a member, or one of their family, who stands at the desk. */
export const lend = procedure({
  needs: 'manage-loan',
  input: lendInput,
  run: async (call, { intent, thing: id, holder: of, person }): Promise<DeskThing> => {
    const thing = await reach(call, id)
    return lendTo(call, thing, await holderOf(call, of, person), person, intent)
  },
})

async function holderOf({ db, now }: MemberCall, id: string, person: string): Promise<Member> {
  const found = await db.members.get(id)
  const holder = found && found.erasing === undefined ? grown(found, now) : null
  if (!holder) throw new Refused({ reason: 'not-found' })
  if (person !== id && !holder.family.some((each) => each.id === person)) throw new Refused({ reason: 'not-found' })
  const whyNot = whyNotAgreed(holder, person)
  if (whyNot) throw new Refused(whyNot)
  return holder
}

/** Someone without an account takes a piece along: they are written down under the name that they give. */
export const lendGuest = procedure({
  needs: 'manage-loan',
  input: lendGuestInput,
  run: async (call, { intent, thing: id, name, band, building }): Promise<DeskThing> => {
    const { db, centre, now, member } = call
    const thing = await reach(call, id)
    if (building !== null && !centre.buildings.some((each) => each.id === building))
      throw new Refused({ reason: 'bad-input', field: 'building' })
    const guest = derivedId(16, centre._id, 'kept', intent)
    if (wasDone(thing, intent)) return viewOf(call, thing)
    checkFree(thing, guest, guest, now)
    const kept = keptMember({ _id: guest, centre: centre._id, name, band, building, by: member._id, now })
    await db.members.insert(kept)
    return lendTo(call, thing, kept, guest, intent).catch(async (error: unknown) => {
      // Who got nothing leaves no name behind.
      if (error instanceof Refused && error.refusal.reason !== 'server-busy') await db.members.remove({ _id: guest })
      throw error
    })
  },
})

/** At the desk the line is respected: only a piece that is nobody's and kept for nobody is handed out. */
function checkFree(thing: Thing, member: string, person: string, now: number): void {
  const whyNot = whyNotBorrow(thing, [], { member, person }, now)
  if (whyNot) throw new Refused(whyNot)
  if (thing.left <= thing.waitCapacity) throw none(thing)
}

const none = ({ name }: Thing): Refused => new Refused({ reason: 'loan-none', name, back: null })

/** Asked for and handed out in one atomic step: a piece that someone else asks for just then is one of the two's. */
async function lendTo(
  call: MemberCall,
  thing: Thing,
  holder: Member,
  person: string,
  intent: string,
): Promise<DeskThing> {
  const { db, now, member } = call
  if (wasDone(thing, intent)) return viewOf(call, thing)
  checkFree(thing, holder._id, person, now)
  await checkLate(db, holder, person, thing, now)
  const by = member._id
  const lent = await log(
    db,
    thing._id,
    [
      { id: intent, at: now, kind: 'borrow', member: holder._id, person, by },
      { id: `${intent}.out`, at: now, kind: 'hand-out', loan: intent, by, dueAt: dueOf(now, thing.days) },
    ],
    { state: 'open', left: _.gt(thing.waitCapacity), people: _.nin([person]) },
    { left: _.inc(-1), people: _.push([person]) },
  )
  const after = lent ?? (await thingOf(db, thing._id))
  if (!wasDone(after, intent)) {
    checkFree(after, holder._id, person, now)
    throw new Refused({ reason: 'server-busy' })
  }
  return viewOf(call, after)
}

/** What is late is brought back before there is more, at the desk too. */
async function checkLate(db: Database, holder: Member, person: string, thing: Thing, now: number): Promise<void> {
  if (holder.keptBy) return
  const others = await db.things.aggregate<Thing>({ people: { $in: [holder._id, person] } }, [{ $limit: 60 }])
  const whyNot = whyNotBorrow(thing, others, { member: holder._id, person }, now)
  if (whyNot) throw new Refused(whyNot)
}
