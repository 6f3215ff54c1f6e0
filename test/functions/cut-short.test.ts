import type { MyTable, SignUpOutcome } from '../../src/domain/activity'
import type { Member } from '../../src/domain/member'
import type { Roster } from '../../src/domain/roster'
import { type Town, town } from './town'
import { activity, member } from './world'

const hour = 60 * 60 * 1000
const day = 24 * hour

/** What a function that dies between two requests leaves behind, and what becomes of it. */
let here: Town
let turn = 0
beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'worker', ['social-worker']),
    ...['ana', 'bai', 'chen', 'dora'].map((name) => member('one', name, ['resident'])),
  ])
})
afterAll(() => here.stop())

const self = (who: string) => member('one', who, ['resident'])._id
const calendar = async (who: string) =>
  ((await here.read<Member>('members', self(who)))?.calendar ?? []).map(({ party }) => party)
const seated = async (on: string) => (await here.read<Roster>('rosters', on))?.people
const signUp = (who: string, on: string, intent: string) =>
  here.ask<SignUpOutcome>(who, 'activity.signUp', { intent, activity: on, people: [self(who)] })

/** Two activities at the same time. */
async function two(): Promise<[string, string]> {
  turn += 1
  const startsAt = Date.now() + (2 + turn) * day
  const made = [activity('one', `left-${turn}`, { startsAt }), activity('one', `right-${turn}`, { startsAt })] as const
  await here.put('activities', [made[0].activity, made[1].activity])
  await here.put('rosters', [made[0].roster, made[1].roster])
  return [`left-${turn}`, `right-${turn}`]
}

/** Does something while the function dies before it writes any member. */
async function dying(act: () => Promise<unknown>): Promise<void> {
  const died = here.local.faults.add({ when: { function: 'activity', collection: 'members', nth: 1 }, do: 'kill' })
  await act().catch(() => undefined)
  expect(died()).toBe(1)
  here.local.faults.clear()
}

test('a sign-up that died before it took her time takes it when it is asked again', async () => {
  const [left, right] = await two()
  await dying(() => signUp('ana', left, 'ana-signs-left'))
  expect([await seated(left), await calendar('ana')]).toEqual([[self('ana')], []])
  expect((await signUp('ana', left, 'ana-signs-left')).reply).toMatchObject({ value: { party: { state: 'seated' } } })
  expect(await calendar('ana')).toEqual(['ana-signs-left'])
  expect((await signUp('ana', right, 'ana-signs-right')).reply).toMatchObject({ reason: 'time-clash' })
})

test('never asked again, it takes her time when she looks at her table', async () => {
  const [left, right] = await two()
  await dying(() => signUp('bai', left, 'bai-signs-left'))
  const table = await here.value<MyTable>('bai', 'activity.mine')
  expect(table.upcoming.map((entry) => entry.party.id)).toEqual(['bai-signs-left'])
  expect(await calendar('bai')).toEqual(['bai-signs-left'])
  expect((await signUp('bai', right, 'bai-signs-right')).reply).toMatchObject({ reason: 'time-clash' })
})

test('whoever left while the function died has her time back when she looks, or asks again', async () => {
  const [left, right] = await two()
  await signUp('chen', left, 'chen-signs-left')
  const leaving = { intent: 'chen-leaves-left', activity: left, party: 'chen-signs-left' }
  await dying(() => here.ask('chen', 'activity.leave', leaving))
  expect([await seated(left), await calendar('chen')]).toEqual([[], ['chen-signs-left']])
  await here.value('chen', 'activity.mine')
  expect(await calendar('chen')).toEqual([])
  await signUp('chen', left, 'chen-signs-left-2')
  const again = { intent: 'chen-leaves-left-2', activity: left, party: 'chen-signs-left-2' }
  await dying(() => here.ask('chen', 'activity.leave', again))
  await here.value('chen', 'activity.leave', again)
  expect(await calendar('chen')).toEqual([])
  expect((await signUp('chen', right, 'chen-signs-right')).reply).toMatchObject({ ok: true })
})

test('a sign-up that is asked again after staff moved it onto another costs nobody a seat', async () => {
  const [left] = await two()
  const [later] = await two()
  await signUp('dora', left, 'dora-signs-left')
  await signUp('dora', later, 'dora-signs-later')
  const { startsAt, endsAt } = (await here.read<Roster>('rosters', later)) as Roster
  const moved = { intent: 'moves-left', activity: left, moved: 0, startsAt, endsAt, closesAt: startsAt }
  await here.value('worker', 'activity.changeTime', { ...moved, place: null, placeNote: null, reason: '换了一天' })
  expect((await signUp('dora', left, 'dora-signs-left')).reply).toMatchObject({ ok: true })
  expect([await seated(left), await seated(later)]).toEqual([[self('dora')], [self('dora')]])
  expect(await calendar('dora')).toHaveLength(2)
})
