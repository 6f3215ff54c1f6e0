import type { Clearance } from './clearance'
import type { OrderState } from './order'

/** Every expected "no" about an order. */
export type OrderRefusal =
  /**
   * Words of an emergency: whom to call stands in place of an order. `ask`: it is asked first whether it is happening
   * now, since the same words are also said of what is over.
   */
  | { reason: 'order-emergency'; group: string; ask: boolean; numbers: string[] }
  /** An item that one signs up for, joins or borrows. */
  | { reason: 'order-other-way'; mode: string }
  | { reason: 'order-item-gone' }
  /** The same person has this item open already: which one, since when, and how it stands. */
  | { reason: 'order-open-already'; order: string; placedAt: number; state: OrderState }
  /** It has as many takers as it needs. */
  | { reason: 'order-taken' }
  | { reason: 'order-closed'; state: OrderState }
  | { reason: 'order-not-yours' }
  /** Somebody in distress asked for help: a social worker rings before it is closed, whoever holds the phone. */
  | { reason: 'order-crisis-stays' }
  /** They said that they are at the door; two go in together. */
  | { reason: 'order-partner-awaited' }
  /** Two go into a home, and the organisation has not said by name whom it sends. */
  | { reason: 'order-unsent' }
  /** It is not at the point where this can be done. */
  | { reason: 'order-not-now'; state: OrderState }
  | { reason: 'order-own' }
  | { reason: 'order-adults-only' }
  /** Staff have not said yes to it: of the caller, or of whom they give it to. */
  | { reason: 'order-not-cleared'; topic: Clearance; whose: 'own' | 'chosen' }
  /** It is for a child, and none of its guardians has agreed. */
  | { reason: 'order-guardian' }
  | { reason: 'order-second-missing' }
  /** It was asked in own words, and nobody has said yet what it is: who may go follows from that. */
  | { reason: 'order-unsettled' }
  /** It is not done at a home, so its door is nobody's to see who serves. */
  | { reason: 'order-no-door' }
  | { reason: 'order-staff-only' }
  | { reason: 'order-slot'; why: 'past' | 'night' | 'too-long' | 'too-short' | 'too-far' }
  | { reason: 'order-undo-late' }
  | { reason: 'order-rated' }
  | { reason: 'order-too-early'; startsAt: number }
  /** The agreed time is over and the visit did not begin: its door is shown no more, another time is agreed first. */
  | { reason: 'order-too-late'; endsAt: number }
  /** Of whoever would send someone no licence is checked and holds, and the item is not done without one. */
  | { reason: 'order-licence'; whose: 'own' | 'chosen'; name: string; demanded: string | null }
  /** The menu does not name them for it, and they did none before: whoever gives it to them says so once more. */
  | { reason: 'order-unlisted'; name: string }
  /** Nobody is in the team or the organisation who could say yes or no. */
  | { reason: 'order-nobody-there'; name: string }
  /** The door is shown on the day of the visit, from its first moment on; or no day is agreed yet. */
  | { reason: 'order-address-later'; from: number | null }
  /** Who would serve has promised this time to something else; of somebody else's nothing is told but that. */
  | { reason: 'order-clash'; whose: 'own' | 'other'; title: string | null; startsAt: number; endsAt: number }
