import { type AgeBand, isMinor } from './age'
import type { Member } from './member'

/** What a volunteer may do only after staff have said yes to it. */
export type Clearance = NonNullable<Member['cleared']>[number]

/** What going into a home, and being with a minor, asks for besides. */
export const clearancesFor = (home: boolean, band: AgeBand): Clearance[] => [
  ...(home ? (['home-visits'] as const) : []),
  ...(isMinor(band) ? (['minors'] as const) : []),
]

/** The first of these to which staff have not said yes, of a volunteer; for those whom an employer sends it answers. */
export const lacking = (
  { roles, cleared = [] }: Pick<Member, 'roles' | 'cleared'>,
  needed: readonly Clearance[],
  sent: boolean,
): Clearance | undefined => {
  const employed = roles.includes('social-worker') || (sent && roles.some((role) => employers.includes(role)))
  return employed ? undefined : needed.find((topic) => !cleared.includes(topic))
}

const employers: readonly Member['roles'][number][] = ['operator', 'enterprise']
