/**
 * The version of the sentences that people agree to before anything is asked of them; a new wording is a new version.
 * What someone agreed to is kept with its version.
 */
export const consentVersion = '2026-12'

/** In place of a version: someone without an account agreed aloud, and staff wrote down their name. */
export const keptByStaff = 'kept-by-staff'

/** An agreement: to which wording, and when (epoch milliseconds). */
export interface Consent {
  version: string
  at: number
}

/** A guardian's agreement, kept with the teenager who may sign up by themselves because of it. */
export interface Guardian extends Consent {
  by: string
}
