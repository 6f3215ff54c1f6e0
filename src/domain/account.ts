import type { Birth } from './birth'
import type { Consent } from './consent'
import type { Contact } from './contact'

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
