import { keptByStaff } from '../../src/domain/consent'
import { dueOf } from '../../src/domain/loan'
import type { LoanEvent, Thing } from '../../src/domain/thing'
import { type DeskThing, handOutInput, lendGuestInput, lendInput } from '../../src/domain/loan-page'
import { whyNotBorrow } from '../../src/domain/loan-rule'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import { whyNotAgreed } from '../activity/view'
import { keptMember } from '../member/kept'
import { checkName } from '../member/name'
import { grown } from '../runtime/birth'
import { derivedId } from '../runtime/caller'
import { _ } from '../runtime/database'
import { type MemberCall, procedure } from '../runtime/procedure'
import { seal } from '../runtime/secret'
import { viewOf } from './desk'
import { mostThings } from './own'
import { follow, freeRunning, keepRunning } from './running'
import { loanIn, log, otherwise, reach, thingOf, wasDone, withThing } from './thing'

/** Hands out what is kept for someone, or was offered to them and they came for it. */
export const handOut = procedure({
  needs: 'manage-loan',
  input: handOutInput,
  beside: withThing,
  run: async (call, { intent, thing: id, loan: which }): Promise<DeskThing> => {
    const { db, now, member } = call
    const thing = reach(call)
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
    await follow(db, after, which, now)
    return viewOf(call, after)
  },
})

const outOf = (loan: string) => _.elemMatch({ kind: 'hand-out', loan })

/** Hands a free piece out at once to a member, or one of their family, who stands at the desk. */
export const lend = procedure({
  needs: 'manage-loan',
  input: lendInput,
  beside: ({ thing, holder }) => [
    ...withThing({ thing }),
    { from: 'members', match: { _id: holder, erasing: { $exists: false } }, limit: 1 },
    // What is late is brought back before there is more, at the desk too.
    { from: 'things', match: { 'events.member': holder }, limit: mostThings },
  ],
  run: async (call, { intent, holder: id, person }): Promise<DeskThing> => {
    const thing = reach(call)
    const [, [found], around] = call.beside as [Thing[], Member[], Thing[]]
    if (!found) throw new Refused({ reason: 'not-found' })
    const holder = grown(found, call.now)
    if (person !== id && !holder.family.some((each) => each.id === person)) throw new Refused({ reason: 'not-found' })
    const whyNot = whyNotAgreed(holder, person)
    if (whyNot) throw new Refused(whyNot)
    const whose: Whose = { member: id, person, ...(holder.keptBy !== undefined && { guest: true }) }
    return lendTo(call, thing, around, whose, intent)
  },
})

/** Someone without an account takes a piece along: they are written down under the name that they give. */
export const lendGuest = procedure({
  needs: 'manage-loan',
  input: lendGuestInput,
  beside: withThing,
  run: async (call, { intent, name, band, building, phone }): Promise<DeskThing> => {
    const { db, centre, now, member, openid } = call
    const thing = reach(call)
    if (building !== null && !centre.buildings.some((each) => each.id === building))
      throw new Refused({ reason: 'bad-input', field: 'building' })
    const guest = derivedId(16, centre._id, 'kept', intent)
    if (wasDone(thing, intent)) return viewOf(call, thing)
    checkFree(thing, [], { member: guest, person: guest }, now)
    await checkName(name, openid)
    const kept = keptMember({ _id: guest, centre: centre._id, name, band, building, by: member._id, now })
    const contactConsent = { version: keptByStaff, at: now }
    await db.members.insert(phone === null ? kept : { ...kept, phone: seal('phone', guest, phone), contactConsent })
    return lendTo(call, thing, [], { member: guest, person: guest, guest: true }, intent).catch(
      async (error: unknown) => {
        // Who got nothing leaves no name behind.
        if (error instanceof Refused && error.refusal.reason !== 'server-busy') await db.members.remove({ _id: guest })
        throw error
      },
    )
  },
})

interface Whose {
  member: string
  person: string
  /** Has no account. */
  guest?: true
}

/** At the desk the line is respected: only a piece that is nobody's and kept for nobody is handed out. */
function checkFree(thing: Thing, around: readonly Thing[], whose: Whose, now: number): void {
  const whyNot = whyNotBorrow(thing, around, whose, now)
  if (whyNot) throw new Refused(whyNot)
  if (thing.left <= thing.waitCapacity) throw new Refused({ reason: 'loan-none', name: thing.name, back: null })
}

/** Asked for and handed out in one atomic step: a piece that someone else asks for just then is one of the two's. */
async function lendTo(
  call: MemberCall,
  thing: Thing,
  around: readonly Thing[],
  whose: Whose,
  intent: string,
): Promise<DeskThing> {
  const { db, now, member } = call
  if (wasDone(thing, intent)) return viewOf(call, thing)
  checkFree(thing, around, whose, now)
  const by = member._id
  const dueAt = dueOf(now, thing.days)
  const { _id, name } = thing
  await keepRunning(db, whose.member, { loan: intent, thing: _id, name, person: whose.person, at: now, dueAt }, now)
  const lent = await log(
    db,
    thing._id,
    [
      { id: intent, at: now, kind: 'borrow', ...whose, by },
      { id: `${intent}.out`, at: now, kind: 'hand-out', loan: intent, by, dueAt },
    ],
    { state: 'open', left: _.gt(thing.waitCapacity), people: _.nin([whose.person]) },
    { left: _.inc(-1), people: _.push([whose.person]) },
  )
  const after = lent ?? (await thingOf(db, thing._id))
  if (!wasDone(after, intent)) {
    await freeRunning(db, whose.member, intent)
    checkFree(after, around, whose, now)
    throw new Refused({ reason: 'server-busy' })
  }
  return viewOf(call, after)
}
