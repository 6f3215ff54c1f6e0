import type { Group } from '../../src/domain/group'
import { type GroupPage, joinGroupInput, leaveGroupInput } from '../../src/domain/group-page'
import { type Refusal, Refused } from '../../src/domain/refusal'
import { checkOwnPerson } from '../member/person'
import { _ } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { broughtBy, groupAt, log, placeIn, takeOff, wasDone, withGroup } from './group'
import { pageOf } from './own'

/** Why this person may not join now, or nothing; the step's own filter decides for certain. */
function whyNotJoin(group: Group, person: string): Refusal | undefined {
  const { name } = group
  if (group.state === 'ended') return { reason: 'group-ended', name }
  if (group.people.includes(person)) return { reason: 'group-already', name }
  return group.left < 1 ? { reason: 'group-full', name } : undefined
}

/** Joins a group, for oneself or one of one's family: a place, or one in the line, in one atomic step. */
export const join = procedure({
  needs: 'join-group',
  input: joinGroupInput,
  beside: withGroup,
  run: async (call, { intent, group: id, person }): Promise<GroupPage> => {
    const { db, member, now } = call
    checkOwnPerson(member, person, 'join-group')
    const group = broughtBy(call)
    if (wasDone(group, intent)) return pageOf(call, group)
    const { bands } = group
    const band = person === member._id ? member.band : member.family.find((each) => each.id === person)?.band
    if (band !== undefined && !bands.includes(band)) throw new Refused({ reason: 'age-not-fit', bands, band })
    const whyNot = whyNotJoin(group, person)
    if (whyNot) throw new Refused(whyNot)
    const joined = await log(
      db,
      id,
      { id: intent, at: now, kind: 'join', member: member._id, person },
      { state: 'open', left: _.gte(1), people: _.nin([person]) },
      { left: _.inc(-1), people: _.push([person]) },
    )
    if (joined) return pageOf(call, joined)
    const current = await groupAt(db, id)
    if (wasDone(current, intent)) return pageOf(call, current)
    throw new Refused(whyNotJoin(current, person) ?? { reason: 'server-busy' })
  },
})

/** Leaves it, or the line; the place is the next one's at once. Asked twice it is done once. */
export const leave = procedure({
  needs: 'join-group',
  input: leaveGroupInput,
  beside: withGroup,
  run: async (call, { intent, place: which }): Promise<GroupPage> => {
    const { db, member, now } = call
    const group = broughtBy(call)
    const own = group.events.find((event) => event.kind === 'join' && event.id === which && event.member === member._id)
    if (!own) throw new Refused({ reason: 'not-found' })
    if (group.events.some((event) => event.kind === 'leave' && event.undoes === which)) return pageOf(call, group)
    placeIn(group, which, member._id)
    return pageOf(call, await takeOff(db, group, which, { id: intent, at: now }))
  },
})
