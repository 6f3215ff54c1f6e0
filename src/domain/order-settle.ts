import type { EventOf } from './order'
import { isByDay } from './order-due'
import type { Standing } from './order-log'

/** Whether volunteers may be shown it: nobody goes by rules that nobody has settled. */
export const mayOpen = ({ rules, route, settled }: Standing): boolean =>
  !rules.locked && route === 'volunteers' && settled !== 'open'

/** Whether it may be given to someone; what must not wait goes to a social worker as it is. */
export const mayGive = ({ route, settled }: Pick<Standing, 'route' | 'settled'>): boolean =>
  settled !== 'open' || route === 'crisis'

/** What was asked in own words has rules now; as often as staff think better of it, until they give it out. */
export function settledAs(standing: Standing, { rules, named }: EventOf<'settled'>): Standing | null {
  if (standing.state !== 'triage' || standing.settled === 'from-the-first') return null
  const { route, wants } = standing
  return {
    ...standing,
    rules,
    settled: named,
    // What its item keeps for the social workers is theirs from now on.
    route: rules.locked && route === 'volunteers' ? 'staff' : route,
    words: standing.words && !rules.locked,
    // Nobody goes to a home by night, whatever was wished before it was known to be a visit.
    wants: wants && rules.home && !isByDay(wants) ? null : wants,
  }
}
