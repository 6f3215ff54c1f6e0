import type { RosterPage } from '../../src/domain/activity'
import type { Audit, OwnTrace } from '../../src/domain/audit'
import type { Contact } from '../../src/domain/contact'
import { type Town, town } from './town'

const walk = { activity: 'one-walk', party: 'intent-huang-one' }
const contact = { phone: '13912345678', room: '2单元502', consent: true }
const reason = '今天改在二楼，打电话告诉她'

let here: Town
beforeAll(async () => {
  here = await town()
  await here.value('huang', 'member.setContact', contact)
})
afterAll(() => here.stop())

const looks = () => here.dump().filter((line) => line.startsWith('audits'))
const mine = () => here.value<OwnTrace[]>('huang', 'audit.mine')
const reveal = (who: string, intent: string, more: object = {}) =>
  here.ask<Contact>(who, 'audit.reveal', { intent, ...walk, reason, ...more })

describe('a phone and a room', () => {
  test('are masked for those who may ask for them, and such a glance is no look', async () => {
    for (const role of ['social-worker', 'committee-member'])
      expect(await here.value(`role-${role}`, 'audit.contact', walk)).toEqual({ phone: '139****5678', room: '5** 室' })
    expect(looks()).toEqual([])
  })

  test('are shown in full with a reason; the look is on record before, and its owner reads it', async () => {
    const { reply, requests } = await reveal('role-social-worker', 'intent-look-1')
    expect(reply).toEqual({ ok: true, value: { phone: '13912345678', room: '2单元502' } })
    expect(requests).toBeLessThanOrEqual(4)
    expect(await mine()).toMatchObject([
      { kind: 'look', reason, title: '活动one-walk', by: { name: 'role-social-', role: 'social-worker' } },
    ])
  })

  test('a repetition of the look is the same look; another intent is another one', async () => {
    await reveal('role-social-worker', 'intent-look-1')
    expect(looks()).toHaveLength(1)
    await reveal('role-committee-member', 'intent-look-2')
    expect(looks()).toHaveLength(2)
  })

  test('one intent hides no second look: for another reason, or some time later, it is on record again', async () => {
    const before = looks().length
    await reveal('role-social-worker', 'intent-look-1', { reason: '换一个理由再看一次' })
    expect(looks()).toHaveLength(before + 1)
    here.local.clock.shift(11 * 60_000)
    await reveal('role-social-worker', 'intent-look-1')
    expect(looks()).toHaveLength(before + 2)
    here.local.clock.shift(-11 * 60_000)
  })

  test('where the look cannot be written down, nothing is shown', async () => {
    const done = here.local.faults.add({ when: { action: 'database.insertDocument' }, do: 'timeout-before' })
    const { reply } = await reveal('role-social-worker', 'intent-look-3')
    expect(done()).toBeGreaterThan(0)
    here.local.faults.clear()
    expect(reply).toMatchObject({ ok: false })
    expect(JSON.stringify(reply)).not.toContain('139')
  })

  test('without a reason, for someone off the list, or for a role the table gives none, there is nothing', async () => {
    expect((await reveal('role-social-worker', 'intent-look-4', { reason: '' })).reply).toMatchObject({
      reason: 'bad-input',
      field: 'reason',
    })
    const gone = { party: 'intent-nobody' }
    expect((await reveal('role-social-worker', 'intent-look-5', gone)).reply).toMatchObject({
      reason: 'not-in-activity',
    })
    for (const role of ['operator', 'volunteer-captain', 'district-supervisor', 'system-admin', 'resident'])
      expect((await reveal(`role-${role}`, 'intent-look-6')).reply).toMatchObject({ reason: 'no-permission' })
    expect(looks()).toHaveLength(4)
  })

  test('a look keeps who, when and why, and nothing of what was seen', () => {
    const kept = looks().map((line) => JSON.parse(line.slice(line.indexOf('{'))) as Audit)
    for (const look of kept) expect(look.what).toEqual(['phone', 'room'])
    expect(looks().join('')).not.toMatch(/13912345678|502/)
  })
})

test('what staff did to a party is read from its log, once, by its owner only, and even after it is off the list', async () => {
  const act = { intent: 'intent-act-1', ...walk, reason: '她打电话来请我们先放着' }
  await here.value<RosterPage>('role-social-worker', 'activity.move', { ...act, to: 'wait' })
  await here.value<RosterPage>('role-committee-member', 'activity.remove', { ...act, intent: 'intent-act-2' })
  const done = (await mine()).filter(({ kind }) => kind !== 'look')
  expect(done).toMatchObject([
    { kind: 'remove', reason: act.reason, by: { role: 'committee-member' } },
    { kind: 'wait', reason: act.reason, by: { role: 'social-worker' } },
  ])
  expect(new Set(done.map(({ id }) => id)).size).toBe(2)
  expect(looks()).toHaveLength(4)
  expect(await here.value('role-resident', 'audit.mine')).toEqual([])
})
