import { day } from './day'

/** A licence or a qualification that a provider says to have, and what staff found. Facts: a new one follows an old. */
export interface Licence {
  /** The intent that named it. */
  id: string
  at: number
  by: string | null
  name: string
  /** The last day on which it holds, by its first moment; nothing where it does not run out. */
  until: number | null
  /** The check; nothing while it waits. */
  check: { intent: string; at: number; by: string | null; pass: boolean; reason: string | null } | null
}

/** checked · ending: it runs out within a month · expired · waiting: nobody has looked at it yet · refused. */
export const licenceStates = ['checked', 'ending', 'expired', 'waiting', 'refused'] as const
export type LicenceState = (typeof licenceStates)[number]

/** So long before it runs out one is told. */
const warned = 30 * day

/** How a licence stands. It holds to the end of its last day. */
export function licenceState({ until, check }: Pick<Licence, 'until' | 'check'>, now: number): LicenceState {
  if (until !== null && now >= until + day) return 'expired'
  if (!check) return 'waiting'
  if (!check.pass) return 'refused'
  return until !== null && until + day - now <= warned ? 'ending' : 'checked'
}

export interface CheckedLicence {
  name: string
  until: number | null
}

/** Those that staff have seen and that hold now: only these are shown to residents. */
export const holding = (licences: readonly Licence[], now: number): CheckedLicence[] =>
  licences
    .filter((licence) => ['checked', 'ending'].includes(licenceState(licence, now)))
    .map(({ name, until }) => ({ name, until }))

/** Whether a licence is the one that words ask for: each may say a little more than the other. */
const isMeant = (name: string, demanded: string): boolean => demanded.includes(name) || name.includes(demanded)

/**
 * Whether a provider may be sent where the rule says that the licence is verified first and that an expired one is not
 * sent. Where one of theirs bears the name of what is demanded, that one has to hold; else any of theirs: which one a
 * service needs is said in words, and staff match them when they check it.
 */
export function mayBeSent(
  licences: readonly Licence[],
  risks: readonly string[],
  now: number,
  demanded: string | null = null,
): boolean {
  if (!risks.includes('verify-licence')) return true
  const meant = demanded === null ? [] : licences.filter(({ name }) => isMeant(name, demanded))
  return holding(meant.length > 0 ? meant : licences, now).length > 0
}
