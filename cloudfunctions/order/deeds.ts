import type { Order, OrderEvent } from '../../src/domain/order'
import type { Deed } from '../../src/domain/order-deed'
import { whyNotSlot } from '../../src/domain/order-give'
import {
  cancelInput,
  deedInput,
  moveInput,
  rateOrderInput,
  reasonInput,
  reportInput,
  restoreInput,
  scheduleInput,
  sendInput,
} from '../../src/domain/order-input'
import type { Missed, Slot } from '../../src/domain/order'
import { standingOf } from '../../src/domain/order-log'
import { type Candidate, contactFor } from '../../src/domain/order-candidate'
import type { Capability } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import { checkWords } from '../activity/words'
import { checkText } from '../runtime/content'
import { demand, type MemberCall, procedure } from '../runtime/procedure'
import { isQuietText } from '../thesaurus/quiet'
import { act, bringOrder } from './act'
import { checkTaken } from './give-back'
import { bringPapers, papersBrought, whyNotGoing } from './licensed'

const written = (call: MemberCall, intent: string) => ({ id: intent, at: call.now, by: call.self })

/** A step that says no more than that it was done. */
const plain = (needs: Capability, deed: Deed, event: PlainEvent) =>
  procedure({
    needs,
    input: deedInput,
    run: async (call, input): Promise<null> => {
      await act(call, deed, input, () => ({ ...written(call, input.intent), ...event }))
      return null
    },
  })

type PlainEvent = { kind: 'missed'; who: Missed }

/** A step with a reason that the other side may read. */
const reasoned = (needs: Capability, deed: Deed, kind: 'declined' | 'handed-on' | 'complained') =>
  procedure({
    needs,
    input: reasonInput,
    run: async (call, input): Promise<null> => {
      await checkWords(call, {}, input.reason)
      await act(call, deed, input, () => ({ ...written(call, input.intent), kind, reason: input.reason }))
      return null
    },
  })

/** Which place someone took; `second` goes along. */
export interface Taken {
  as: 'lead' | 'second'
  /** Whether everyone is there who must go. */
  complete: boolean
}

/** Takes an order, or says yes to one that was offered: one atomic step, so of many at once as many have it as must go. */
export const take = procedure({
  needs: 'accept-order',
  input: deedInput,
  beside: bringPapers,
  run: async (call, input): Promise<Taken> => {
    const { order, event, standing, replay } = await act(call, 'take', input, (asked, { to }) => {
      const whyNot = whyNotGoing(asked, call.member, to, papersBrought(call), 'own', call.now)
      if (whyNot) throw new Refused(whyNot)
      return { ...written(call, input.intent), kind: 'taken' }
    })
    // With a time the step on their calendar says that they still serve; without one it is looked at afterwards.
    const held = standing.holds.some(({ by, member }) => by === event.id && member === call.self)
    if (!replay && !held && (await checkTaken(call.db, order, [call.self], call.now)).length > 0)
      throw new Refused({ reason: 'no-permission' })
    return takenBy(order, event)
  },
})

/** As it was when it was taken, whatever has become of it since. */
function takenBy(order: Order, event: OrderEvent): Taken {
  const standing = standingOf(order, order.events.slice(0, order.events.findIndex(({ id }) => id === event.id) + 1))
  const [lead] = standing?.takers ?? []
  return {
    as: lead === event.by ? 'lead' : 'second',
    complete: standing?.state === 'accepted' || standing?.state === 'scheduled',
  }
}

export const decline = reasoned('accept-order', 'decline', 'declined')
export const handOn = reasoned('accept-order', 'handOn', 'handed-on')
export const complain = reasoned('place-order', 'complain', 'complained')
/** Is at the door; the one who is named waits for those who go in to come back. */
export const start = procedure({
  needs: 'accept-order',
  input: deedInput,
  run: async (call, input): Promise<null> => {
    await act(call, 'start', input, async (order, { takers }) => {
      const contact = contactFor(order, takers, await candidatesFor(call))
      return { ...written(call, input.intent), kind: 'started', ...(contact !== null && { contact }) }
    })
    return null
  },
})

/** As many as a centre may have who could wait for others. */
const mostCandidates = 200

/** Who of the centre may be named: who can open any order, and ring. */
const candidatesFor = ({ db }: MemberCall): Promise<Candidate[]> =>
  db.members.aggregate<Candidate>({ roles: { $in: ['social-worker', 'committee-member'] } }, [
    { $project: { roles: 1 } },
    { $limit: mostCandidates },
  ])

/** Says that the visit is over: who serves, a social worker, or the committee once it came up to them. */
export const end = procedure({
  needs: 'close-order',
  input: deedInput,
  run: async (call, input): Promise<null> => {
    const near = ({ takers }: Order) => {
      if (!takers.includes(call.self) && !call.member.roles.includes('social-worker')) demand(call, 'close-order', {})
    }
    await act(call, 'end', input, () => ({ ...written(call, input.intent), kind: 'ended' }), near)
    return null
  },
})

export const residentMissed = plain('accept-order', 'missedByResident', { kind: 'missed', who: 'resident' })
/** At the door alone: nobody goes in, and somebody else is looked for. */
export const partnerMissed = plain('accept-order', 'missedByPartner', { kind: 'missed', who: 'partner' })
export const providerMissed = plain('place-order', 'missedByProvider', { kind: 'missed', who: 'provider' })

function checkSlot(slot: Slot, home: boolean, now: number): void {
  const whyNot = whyNotSlot(slot, home, now)
  if (whyNot) throw new Refused(whyNot)
}

/** Agrees a time, or another one with the reason. */
export const schedule = procedure({
  needs: 'accept-order',
  input: scheduleInput,
  beside: bringOrder,
  run: async (call, { slot, reason, ...input }): Promise<null> => {
    await checkWords(call, {}, reason)
    await act(call, 'schedule', input, ({ home }) => {
      checkSlot(slot, home, call.now)
      return { ...written(call, input.intent), kind: 'scheduled', slot, reason }
    })
    return null
  },
})

/** An organisation says whom it sends, or a social worker for it: whose home it is knows who will knock. */
export const send = procedure({
  needs: 'accept-order',
  input: sendInput,
  run: async (call, { names, ...input }): Promise<null> => {
    const said = names.join('、')
    await checkWords(call, {}, said)
    await act(call, 'send', input, ({ need }) => {
      if (names.length < need) throw new Refused({ reason: 'order-unsent' })
      return { ...written(call, input.intent), kind: 'sent', names: said, count: names.length }
    })
    return null
  },
})

/** The resident wishes another time; who serves agrees one. */
export const move = procedure({
  needs: 'place-order',
  input: moveInput,
  run: async (call, { wants, reason, ...input }): Promise<null> => {
    await checkWords(call, {}, reason)
    await act(call, 'move', input, ({ home }) => {
      checkSlot(wants, home, call.now)
      return { ...written(call, input.intent), kind: 'moved', wants, reason }
    })
    return null
  },
})

/** Says that it is done: the resident, or staff for who has no phone. */
export const confirm = procedure({
  needs: 'place-order',
  input: deedInput,
  run: async (call, input): Promise<null> => {
    await act(call, 'confirm', input, ({ holder }) => ({
      ...written(call, input.intent),
      kind: 'confirmed',
      how: holder === call.self ? 'self' : 'staff',
    }))
    return null
  },
})

/** Judges it, once; the words reach who served only where nothing in them speaks against it. */
export const rate = procedure({
  needs: 'rate',
  input: rateOrderInput,
  run: async (call, { score, comment, ...input }): Promise<null> => {
    const shown =
      comment !== null && (await checkText(comment, call.openid, 'comment')) === 'pass' && !isQuietText(comment)
    await act(call, 'rate', input, () => ({ ...written(call, input.intent), kind: 'rated', score, comment, shown }))
    return null
  },
})

/** Who served says how they found it: for the staff only, so that who goes next is safe and the resident looked after. */
export const report = procedure({
  needs: 'accept-order',
  input: reportInput,
  run: async (call, { how, text: note, ...input }): Promise<null> => {
    await act(call, 'report', input, () => ({ ...written(call, input.intent), kind: 'reported', how, note }))
    return null
  },
})

export const cancel = procedure({
  needs: 'place-order',
  input: cancelInput,
  run: async (call, { reason, series, ...input }): Promise<null> => {
    await checkWords(call, {}, reason)
    await act(call, 'cancel', input, ({ repeat }) => {
      // Nobody ends a series without having said so.
      if (repeat !== null && series === null) throw new Refused({ reason: 'bad-input', field: 'series' })
      const cancelled = { ...written(call, input.intent), kind: 'cancelled', reason } as const
      return repeat === null || series === null ? cancelled : { ...cancelled, series }
    })
    return null
  },
})

/** Takes one's cancellation back, for a few minutes. */
export const restore = procedure({
  needs: 'place-order',
  input: restoreInput,
  beside: bringOrder,
  run: async (call, { undoes, ...input }): Promise<null> => {
    const { order, standing } = await act(call, 'restore', input, () => ({
      ...written(call, input.intent),
      kind: 'restored',
      undoes,
    }))
    // Somebody who was to go may have lost their role in those minutes, while it was no order of theirs.
    await checkTaken(call.db, order, standing.takers, call.now)
    return null
  },
})
