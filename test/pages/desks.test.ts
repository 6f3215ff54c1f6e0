import type { Role } from '../../src/domain/role'
import { desksOf } from '../../src/staff/activity/desks'

const names = (...roles: Role[]) => desksOf(roles).map(({ name }) => name)

test('a captain reaches the desk of groups without the menu; who leads a group of neighbours finds it on its page', () => {
  expect(names('volunteer-captain')).toContain('group')
  expect(names('volunteer-captain')).not.toContain('menu')
  expect(names('social-worker')).toEqual(expect.arrayContaining(['group', 'menu', 'provider']))
  expect(names('resident')).toEqual(['rating'])
})
