import type { EventOf, OrderName, OrderRoute, OrderRules, OrderState, Slot } from './order'
import { isByDay } from './order-due'

/** What an order was settled as; `open`: it was asked in own words, and nobody has said yet what rules it has. */
export type Settled = 'from-the-first' | 'open' | OrderName

/** What of how an order stands is asked, and changed, when it is said what it is. */
interface Settling {
  state: OrderState
  route: OrderRoute
  rules: OrderRules
  settled: Settled
  words: boolean
  wants: Slot | null
}

/** Whether volunteers may be shown it: nobody goes by rules that nobody has settled. */
export const mayOpen = ({ rules, route, settled }: Pick<Settling, 'rules' | 'route' | 'settled'>): boolean =>
  !rules.locked && route === 'volunteers' && settled !== 'open'

/** Whether it may be given to someone; what must not wait goes to a social worker as it is. */
export const mayGive = ({ route, settled }: Pick<Settling, 'route' | 'settled'>): boolean =>
  settled !== 'open' || route === 'crisis'

/** What was asked in own words has rules now; as often as staff think better of it, until they give it out. */
export function settledAs<Of extends Settling>(standing: Of, { rules, named }: EventOf<'settled'>): Of | null {
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
