import { day, startOfDay } from '../../src/domain/day'
import { holding } from '../../src/domain/licence'
import type { Belonging } from '../../src/domain/permission'
import type { Provider, ProviderGlance } from '../../src/domain/provider'
import { derivedId } from '../runtime/caller'

/** A provider's id: one of a key at a centre. */
export const providerId = (centre: string, key: string): string => derivedId(20, 'provider', centre, key)

/** Whose a provider is: the team's of that id, or the organisation's. */
export const belongingOf = ({ kind, key }: Pick<Provider, 'kind' | 'key'>): Belonging =>
  kind === 'team' ? { team: key } : { organisation: key }

/** Closed days of so many days ahead are shown. */
const ahead = 30 * day

/** What everyone may know of a provider: of its licences only those that were checked and hold. */
export const providerGlance = (
  { key, name, kind, about, hours, closed, licences }: Provider,
  now: number,
): ProviderGlance => ({
  key,
  name,
  kind,
  about,
  hours,
  closed: closed.filter((start) => start >= startOfDay(now) && start < now + ahead).sort((a, b) => a - b),
  licences: holding(licences, now),
})
