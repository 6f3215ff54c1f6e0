import type { AgeBand } from '../../src/domain/age'
import { ageAt, type Birth, bandAt, isBorn, ownAccountFrom } from '../../src/domain/birth'
import { needsBirth } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'

/** The band of a person: from the birth where it is known, whatever was said; else as it was said, for a grown-up. */
export function bandOf(said: AgeBand, birth: Birth | null, now: number): AgeBand {
  if (!birth && !needsBirth(said)) return said
  if (!birth || !isBorn(birth, now)) throw new Refused({ reason: 'bad-input', field: 'birth' })
  return bandAt(birth, now)
}

/** The band of someone with an account of their own; who is under 14 has none. */
export function ownBand(said: AgeBand, birth: Birth | null, now: number): AgeBand {
  const band = bandOf(said, birth, now)
  if (birth && ageAt(birth, now) < ownAccountFrom) throw new Refused({ reason: 'too-young' })
  return band
}
