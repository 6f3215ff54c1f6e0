/** The roles one member may hold at a centre, several at a time. */
export const roles = [
  'resident',
  'family-proxy',
  'volunteer',
  'volunteer-captain',
  'social-worker',
  'operator',
  'enterprise',
  'committee-member',
  'council-member',
  'district-supervisor',
  'system-admin',
] as const

export type Role = (typeof roles)[number]
