import { type Capability, scopesOf } from '../../domain/permission'
import type { Role } from '../../domain/role'
import type { sideWords } from '../../text/board-words'

interface Desk {
  name: keyof typeof sideWords
  page: string
  needs: Capability | null
}

/** The staff's other desks, and what one needs to be at one; what was judged all of them may read. */
const desks: readonly Desk[] = [
  { name: 'order', page: '/staff/order/index', needs: 'dispatch-order' },
  { name: 'need', page: '/staff/need/index', needs: 'moderate-content' },
  { name: 'volunteer', page: '/staff/volunteer/index', needs: 'manage-shift' },
  { name: 'hours', page: '/staff/hours/index', needs: 'confirm-hours' },
  { name: 'loan', page: '/staff/loan/index', needs: 'manage-loan' },
  { name: 'booking', page: '/staff/booking/index', needs: 'approve-room' },
  { name: 'group', page: '/staff/group/index', needs: 'manage-group' },
  { name: 'menu', page: '/staff/menu/index', needs: 'manage-menu' },
  { name: 'provider', page: '/staff/provider/index', needs: 'manage-menu' },
  { name: 'rating', page: '/staff/rating/index', needs: null },
]

/** The desks at which one has work to do for others: what is one's own is found where one is a neighbour. */
export const desksOf = (roles: readonly Role[]): readonly Desk[] =>
  desks.filter(({ needs }) => needs === null || scopesOf(roles, needs).some((scope) => scope !== 'own'))
