import type { InferOutput } from 'valibot'
import type { Member } from '../../src/domain/member'
import { type Order, type Whereabout, whereabouts } from '../../src/domain/order'
import { correctInput } from '../../src/domain/order-input'
import { Refused } from '../../src/domain/refusal'
import { checkWords } from '../activity/words'
import { _ } from '../runtime/database'
import type { Beside } from '../runtime/door'
import { type MemberCall, procedure } from '../runtime/procedure'
import { seal, unseal } from '../runtime/secret'
import { act, type Also, bringOrder } from './act'
import { checkBuilding } from './place'

type Said = Pick<InferOutput<typeof correctInput>, 'building' | 'room'> & { phone: string | null }

const bringPhone = { from: 'members', limit: 1, stages: [{ $project: { phone: 1 } }] } satisfies Partial<Beside>

/**
 * Where it is and how they are reached, said later or otherwise: by whose it is, or by staff for them, who say why. What
 * it is stands sealed on the order, in the step that writes into the log that it was said.
 */
export const correct = procedure({
  needs: 'place-order',
  input: correctInput,
  beside: (input, self): Beside[] => [
    ...bringOrder(input),
    ...(input.phone === 'kept' ? [{ ...bringPhone, match: { _id: self } }] : []),
  ],
  run: async (call, { intent, order: id, reason, phone: asked, ...where }): Promise<null> => {
    const said: Said = { ...where, phone: asked === 'kept' ? keptPhone(call) : asked }
    if (Object.values(said).every((each) => each === null)) throw new Refused({ reason: 'bad-input', field: 'phone' })
    checkBuilding(call, said.building)
    await checkWords(call, {}, reason)
    await act(
      call,
      'correct',
      { intent, order: id },
      (order) => {
        const own = order.holder === call.self
        if (!own && reason === null) throw new Refused({ reason: 'bad-input', field: 'reason' })
        if (!own && asked === 'kept') throw new Refused({ reason: 'bad-input', field: 'phone' })
        return { id: intent, at: call.now, by: call.self, kind: 'corrected', what: saidOf(order, said), reason }
      },
      undefined,
      (order) => writtenOf(order, said),
    )
    return null
  },
})

/** The phone in the caller's account; nothing where there is none any more. */
function keptPhone({ beside, self }: MemberCall): string | null {
  const [member] = (beside[1] ?? []) as Pick<Member, '_id' | 'phone'>[]
  return member?.phone === undefined ? null : unseal('phone', self, member.phone)
}

/** A door of another building is no door any more. */
const losesRoom = (order: Order, { building, room }: Said): boolean =>
  room === null && order.room !== undefined && building !== null && building !== order.building

const saidOf = (order: Order, said: Said): Whereabout[] =>
  whereabouts.filter((each) => said[each] !== null || (each === 'room' && losesRoom(order, said)))

const writtenOf = (order: Order, said: Said): ReturnType<Also> => ({
  ...(said.building !== null && { building: said.building }),
  ...(said.room !== null && { room: seal('order-room', order._id, said.room) }),
  ...(losesRoom(order, said) && { room: _.remove() }),
  ...(said.phone !== null && { phone: seal('order-phone', order._id, said.phone) }),
  ...((said.room !== null || said.phone !== null) && { keeps: true }),
})
