import type { Member } from './member'
import type { Standing } from './order-log'
import { scopeOf } from './permission'
import { type Role, roles as all } from './role'

const helpers: readonly Role[] = ['volunteer', 'volunteer-captain']
const employed: readonly Role[] = ['operator', 'enterprise']

/** By which roles someone serves what was given so. */
export function servingAs({ to }: Pick<Standing, 'to'>): readonly Role[] {
  if (to?.kind === 'organisation') return employed
  return to?.kind === 'people' ? all.filter((role) => scopeOf(role, 'accept-order') !== 'none') : helpers
}

/**
 * Whether someone who took an order may still serve it: whom an organisation sent as long as they work for it, who took
 * what volunteers take as long as they are one, whoever was asked by name as long as they serve at all.
 */
export function stillServes(
  { roles, organisation }: Pick<Member, 'roles' | 'organisation'>,
  { to }: Pick<Standing, 'to'>,
): boolean {
  const as = servingAs({ to })
  return roles.some((role) => as.includes(role)) && (to?.kind !== 'organisation' || organisation === to.id)
}
