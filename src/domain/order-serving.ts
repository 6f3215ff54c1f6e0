import type { Member } from './member'
import type { Standing } from './order-standing'
import { scopeOf } from './permission'
import { type Role, roles as all } from './role'

const helpers: readonly Role[] = ['volunteer', 'volunteer-captain']
const employed: readonly Role[] = ['operator', 'enterprise']

/** By which roles someone serves what was given so. */
export function servingAs({ to, route }: Pick<Standing, 'to' | 'route'>): readonly Role[] {
  if (route !== 'volunteers') return ['social-worker']
  if (to?.kind === 'organisation') return employed
  return to?.kind === 'people' ? all.filter((role) => scopeOf(role, 'accept-order') !== 'none') : helpers
}

/**
 * Whether someone who took an order, or was asked to, may still serve it: whom an organisation sent as long as they work
 * for it, who took what volunteers take as long as they are one, whoever was asked by name as long as they serve at all.
 * What is for the social workers only stays with those.
 */
export function stillServes(
  { roles, organisation }: Pick<Member, 'roles' | 'organisation'>,
  { to, route }: Pick<Standing, 'to' | 'route'>,
): boolean {
  const as = servingAs({ to, route })
  return roles.some((role) => as.includes(role)) && (to?.kind !== 'organisation' || organisation === to.id)
}
