import { emptyPlan } from '../../src/domain/activity-draft'
import { day, startOfDay } from '../../src/domain/day'
import { type Role, roles } from '../../src/domain/role'
import table from './roles.json'
import { type Town, town } from './town'
import { activity, draft, kid, member } from './world'

/**
 * What each role may do, by the copy of the role table: the other half of the hostile calls, which are all refused.
 * Everyone here is of team-a and org-a, which the activity is of too; each signs up a person their scope reaches.
 */
let here: Town
beforeAll(async () => {
  here = await town()
  const party = { kind: 'join', at: 1, member: 'x', first: true } as const
  const events = roles.map((role) => ({ ...party, id: `intent-of-${role}`, people: [`x.${role}`] }))
  const people = roles.map((role) => `x.${role}`)
  const club = activity('one', 'club', { capacity: 50, events, people, room: 50 + 5 - people.length })
  await here.put('activities', [club.activity])
  await here.put('rosters', [club.roster])
  await here.put(
    'drafts',
    roles.map((role) => draft('one', `whole-${role}`)),
  )
  await here.put(
    'members',
    roles.map((role) => member('one', `new-${role}`, ['resident'])),
  )
  await here.put(
    'members',
    roles.map((role) =>
      member('one', `at-${role}`, [role], {
        team: 'team-a',
        organisation: 'org-a',
        family: [kid('one', `at-${role}`, 'k')],
      }),
    ),
  )
})
afterAll(() => here.stop())

const capabilities: Record<string, string> = table.capabilities
const scopeOf = (role: Role, capability: string) => capabilities[capability]?.split(' ')[roles.indexOf(role)]

const personOf = (role: Role) => {
  const child = kid('one', `at-${role}`, 'k').id
  return scopeOf(role, 'sign-up') === 'family' ? child : child.split('.')[0]
}

const club = { activity: 'club' }
const reason = '试一试'
const calls = [
  ['activity.mine', 'see-own-record', () => ({})],
  ['need.mine', 'see-own-record', () => ({})],
  ['need.read', 'post-need', () => ({ text: '水管一直滴水', item: null })],
  ['need.survey', 'post-need', () => ({})],
  ['need.square', 'see-need-square', () => ({ category: null, before: null })],
  ['need.queue', 'answer-need', () => ({ show: 'due' })],
  ['audit.mine', 'see-own-record', () => ({})],
  ['household.see', 'see-own-record', () => ({})],
  ['member.account', 'see-own-record', () => ({})],
  ['activity.signUp', 'sign-up', (role: Role) => ({ ...club, intent: `signs-up-${role}`, people: [personOf(role)] })],
  [
    'activity.leave',
    'cancel-signup',
    (role: Role) => ({ ...club, intent: `leaves-${role}`, party: `signs-up-${role}` }),
  ],
  ['activity.roster', 'see-attendee-names', () => club],
  [
    'activity.move',
    'walk-in-signup',
    (role: Role) => ({ ...club, intent: `moves-${role}`, party: `intent-of-${role}`, to: 'seat', reason }),
  ],
  [
    'activity.remove',
    'walk-in-signup',
    (role: Role) => ({ ...club, intent: `removes-${role}`, party: `intent-of-${role}`, reason }),
  ],
  ['activity.find', 'walk-in-signup', () => ({ ...club, words: 'at-' })],
  [
    'activity.add',
    'walk-in-signup',
    (role: Role) => ({ ...club, intent: `adds-by-${role}`, ...newcomer(role), to: 'line', reason }),
  ],
  ['loan.mine', 'see-own-record', () => ({})],
  [
    'loan.borrow',
    'borrow-item',
    (role: Role) => ({ intent: `borrows-${role}`, thing: 'one-chair', person: personOf(role) }),
  ],
  ['loan.desk', 'manage-loan', () => ({})],
  ['booking.mine', 'see-own-record', () => ({})],
  [
    'booking.book',
    'book-room',
    (role: Role) => ({
      intent: `books-by-${role}`,
      timetable: 'one-cut',
      day: startOfDay(Date.now()) + day,
      slots: [540 + 30 * roles.indexOf(role)],
      person: personOf(role),
      people: 1,
      purpose: null,
    }),
  ],
  ['booking.desk', 'approve-room', () => ({ day: startOfDay(Date.now()) + day })],
  ['activity.notify', 'publish-notice', (role: Role) => ({ ...club, intent: `notes-${role}`, text: '请早到' })],
  ['activity.board', 'create-activity', () => ({ show: 'drafts', after: null })],
  ['activity.catalogue', 'create-activity', () => ({ category: 'elder-health' })],
  ['activity.places', 'create-activity', () => ({})],
  [
    'activity.saveDraft',
    'create-activity',
    (role: Role) => ({ ...emptyPlan, intent: `plans-${role}`, activity: `plan-${role}`, version: 0 }),
  ],
  ['activity.draft', 'create-activity', (role: Role) => ({ activity: `plan-${role}` })],
  [
    'activity.ask',
    'create-activity',
    (role: Role) => ({ intent: `asks-for-${role}`, activity: `plan-${role}`, version: 1 }),
  ],
  [
    'activity.discard',
    'create-activity',
    (role: Role) => ({ intent: `discards-${role}`, activity: `plan-${role}`, version: 1 }),
  ],
  [
    'activity.publish',
    'approve-activity',
    (role: Role) => ({ intent: `publishes-${role}`, activity: `whole-${role}`, version: 3 }),
  ],
  ['order.mine', 'see-own-record', () => ({ after: null })],
  ['order.work', 'accept-order', () => ({})],
  ['order.desk', 'dispatch-order', () => ({ view: 'all' })],
  ['order.find', 'place-order-for', () => ({ words: 'at-' })],
  ['member.eraseKept', 'place-order-for', () => ({ person: 'no-such-record' })],
] as const

/** Somebody who is on no list, for each role to add. */
const newcomer = (role: Role) => {
  const holder = member('one', `new-${role}`, ['resident'])._id
  return { holder, people: [holder] }
}

test.each(calls)('%s is for the roles that the table names, and for no others', async (called, capability, input) => {
  for (const role of roles) {
    const { reply } = await here.ask(`at-${role}`, called, input(role))
    const allowed = scopeOf(role, capability) !== 'none'
    const expected = allowed ? { ok: true } : { ok: false, reason: 'no-permission' }
    expect([role, reply]).toEqual([role, expect.objectContaining(expected)])
  }
})

test('a role reaches only the people that its scope names: oneself, or one’s family', async () => {
  const input = (person: string | undefined, intent: string) => ({ ...club, intent, people: [person] })
  const child = kid('one', 'at-resident', 'k').id
  const { reply } = await here.ask('at-resident', 'activity.signUp', input(child, 'signs-up-child'))
  expect(reply).toEqual({ ok: false, reason: 'no-permission' })
  const proxy = kid('one', 'at-family-proxy', 'k').id.split('.')[0]
  const own = await here.ask('at-family-proxy', 'activity.signUp', input(proxy, 'signs-up-proxy'))
  expect(own.reply).toEqual({ ok: false, reason: 'no-permission' })
})

test('a phone is for those who see who comes, and may ask for it: not for a team or an organisation', async () => {
  for (const role of roles) {
    const input = { ...club, intent: `looks-${role}`, party: 'signs-up-resident', reason }
    const { reply } = await here.ask(`at-${role}`, 'audit.reveal', input)
    const may = role === 'social-worker' || role === 'committee-member'
    // Whose party it was has left again: even then a role without the right is told no more than that.
    const expected = may ? 'not-in-activity' : 'no-permission'
    expect([role, reply]).toEqual([role, { ok: false, reason: expected }])
  }
})

test('changing the seats is for those who make activities here and see who comes', async () => {
  for (const role of roles) {
    const input = { ...club, intent: `sets-${role}`, capacity: 50, waitCapacity: 5, reason }
    const { reply } = await here.ask(`at-${role}`, 'activity.setCapacity', input)
    const reaches = (capability: string) =>
      ['team', 'organisation', 'centre'].includes(scopeOf(role, capability) ?? 'none')
    const allowed = reaches('create-activity') && reaches('see-attendee-names')
    const expected = allowed ? { ok: true } : { ok: false, reason: 'no-permission' }
    expect([role, reply]).toEqual([role, expect.objectContaining(expected)])
  }
})

test('moving, changing and cancelling it is for the same', async () => {
  const whenever = Date.now() + 4 * 24 * 60 * 60 * 1000
  const time = { startsAt: whenever, endsAt: whenever + 1000, closesAt: whenever, place: null, placeNote: null, reason }
  const words = { title: '改了', description: null, category: 'elder-health', bands: ['60-79'], bring: null }
  for (const [index, role] of roles.entries()) {
    const own = activity('one', `own-${index}`)
    await here.put('activities', [own.activity])
    await here.put('rosters', [own.roster])
    const on = { activity: `own-${index}` }
    const reaches = (capability: string) =>
      ['team', 'organisation', 'centre'].includes(scopeOf(role, capability) ?? 'none')
    const expected = (may: boolean) =>
      expect.objectContaining(may ? { ok: true } : { ok: false, reason: 'no-permission' })
    const edits = reaches('create-activity')
    const lists = edits && reaches('see-attendee-names')
    const amended = await here.ask(`at-${role}`, 'activity.amend', { ...on, intent: 'amends-it', version: 0, ...words })
    expect([role, amended.reply]).toEqual([role, expected(edits)])
    const moved = await here.ask(`at-${role}`, 'activity.changeTime', {
      ...on,
      intent: 'moves-it-1',
      moved: 0,
      ...time,
    })
    expect([role, moved.reply]).toEqual([role, expected(lists)])
    const cancelled = await here.ask(`at-${role}`, 'activity.cancel', { ...on, intent: 'cancels-it', reason })
    expect([role, cancelled.reply]).toEqual([role, expected(lists)])
  }
})
