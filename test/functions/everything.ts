import type { CollectionName } from '../../cloudfunctions/runtime/collections'
import { group } from './world-group'
import { roles } from '../../src/domain/role'
import { need, offer } from './neighbours'
import { orders } from './order-world'
import { activity, centre, draft, kid, member } from './world'
import { service, thing, timetable } from './world-lending'
import { menu, provider, resource } from './world-menu'
import { service as served } from './world-hours'
import { volunteerWorld } from './world-volunteer'

/**
 * Two centres. At each: a member of every role ("role-<role>"), without team or organisation; 黄 with a child;
 * one activity, "<centre>-walk", that 黄 is on the list of with the child; one plan, "<centre>-plan"; wheelchairs that
 * are lent, "<centre>-chair"; a room and a haircut by the slot, "<centre>-room" and "<centre>-cut".
 */
export function everything(): Partial<Record<CollectionName, { _id: string }[]>> {
  const here = ['one', 'two'].map((at) => {
    const own = kid(at, 'huang', 'k1')
    const huang = member(at, 'huang', ['resident', 'family-proxy'], { name: '黄秀莲', family: [own] })
    const people = [huang._id, own.id]
    const join = { id: `intent-huang-${at}`, at: 1, kind: 'join', member: huang._id, people, first: true } as const
    const walk = activity(at, `${at}-walk`, { people, room: 13, events: [join] })
    const { startsAt, endsAt, title } = walk.activity
    huang.calendar.push({ party: join.id, roster: walk.activity._id, title, people, startsAt, endsAt })
    return { centre: centre(at), members: [huang, ...roles.map((role) => member(at, `role-${role}`, [role]))], walk }
  })
  return {
    centres: here.map((each) => each.centre),
    members: here.flatMap((each) => each.members),
    activities: here.map((each) => each.walk.activity),
    rosters: here.map((each) => each.walk.roster),
    drafts: ['one', 'two'].map((at) => draft(at, `${at}-plan`)),
    groups: ['one', 'two'].map((at) => group(at, `${at}-choir`)),
    things: ['one', 'two'].map((at) => thing(at, `${at}-chair`)),
    timetables: ['one', 'two'].flatMap((at) => [timetable(at, `${at}-room`), service(at, `${at}-cut`)]),
    menus: ['one', 'two'].map((at) => menu(at)),
    providers: ['one', 'two'].map((at) => provider(at, 'org-a')),
    resources: ['one', 'two'].map((at) => resource(at, 'org-a', `${at}-ladders`)),
    orders: orders(),
    // Hers, for staff only; and an offer of somebody's.
    needs: [need('one', 'n-13', { care: 'staff', sight: 'staff' })],
    offers: [offer('one', 'o-01')],
    ...volunteerWorld(),
    services: ['one', 'two'].map((at) => served(at, `${at}-service`)),
  }
}
