/**
 * The version of the sentences that people agree to before anything is asked of them; a new wording is a new version.
 * What someone agreed to is kept with its version.
 */
export const consentVersion = '2026-12'

/** An agreement: to which wording, and when (epoch milliseconds). */
export interface Consent {
  version: string
  at: number
}

/**
 * What is agreed to, each by itself: to be known here; to give a phone and a room; as a guardian, to a child's being
 * signed up; for an elder who said so, to being acted for; as a guardian, to a teenager's signing up by themselves.
 */
export type ConsentPurpose = 'join' | 'contact' | 'child' | 'proxy' | 'teen'
