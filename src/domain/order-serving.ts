import type { Member } from './member'
import type { Standing } from './order-log'
import { holds } from './permission'
import type { Role } from './role'

const helpers: readonly Role[] = ['volunteer', 'volunteer-captain']
const employed: readonly Role[] = ['operator', 'enterprise']

/**
 * Whether someone who took an order, or was asked to, may still serve it: whom an organisation sent as long as they work
 * for it, who took what volunteers take as long as they are one, whoever was asked by name as long as they serve at all.
 * What is for the social workers only stays with those.
 */
export function stillServes(
  { roles, organisation }: Pick<Member, 'roles' | 'organisation'>,
  { to, route }: Pick<Standing, 'to' | 'route'>,
): boolean {
  if (route !== 'volunteers') return roles.includes('social-worker')
  if (to?.kind === 'organisation') return organisation === to.id && roles.some((role) => employed.includes(role))
  if (to?.kind === 'people') return holds(roles, 'accept-order')
  return roles.some((role) => helpers.includes(role))
}
