import * as v from 'valibot'
import type { Birth } from './birth'
import type { Consent } from './consent'
import type { Contact } from './contact'
import { partyId, shortId } from './input'

/** Everything private that a member has told, for their own eyes. */
export interface OwnAccount extends Contact {
  birth: Birth | null
  /** To what they agreed, and when. */
  joined: Consent
  contactConsent: Consent | null
  family: OwnKin[]
}

/** One of the family: what is private of them. */
export interface OwnKin {
  id: string
  name: string
  birth: Birth | null
  consent: Consent | null
}

/** What is typed to delete one's account: nobody does it by a slip of the thumb. */
export const eraseWord = '注销'

export const eraseInput = v.strictObject({ confirm: v.literal(eraseWord) })

/** Staff delete what is kept of someone without an account, who asked for it: the holder of a party on a list. */
export const eraseForInput = v.strictObject({ activity: shortId, party: partyId })

/** The same by their record itself, of whoever was only written down for an order, a loan or a slot. */
export const eraseKeptInput = v.strictObject({ person: shortId })

/** To agree to the wording as it is now, where an older one was agreed to. */
export const consentInput = v.strictObject({ consent: v.literal(true) })
