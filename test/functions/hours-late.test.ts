import { hour, minute } from '../../src/domain/day'
import { closesAfter, lateFor, type Service, silenceAfter } from '../../src/domain/hours'
import type { HoursPage, HoursQueue, MissedRow, ServicePage } from '../../src/domain/hours-page'
import type { Inbox } from '../../src/domain/message'
import type { Member } from '../../src/domain/member'
import type { RosterEvent } from '../../src/domain/roster'
import type { Shift } from '../../src/domain/shift'
import { anew, type Town, town } from './town'
import { kid, member } from './world'
import { shift, volunteer } from './world-volunteer'

let here: Town
let turn = 0
const intent = () => `intent-late-${(turn += 1)}`
const id = (who: string) => member('one', who, [])._id
const now = () => here.local.clock.now()
const reason = '那天大屏坏了'

beforeAll(async () => {
  here = await town()
})
beforeEach(async () => {
  await anew(here)
  for (const name of ['services', 'shifts']) await here.local.store.empty(name)
  const child = kid('one', 'bai', 'k')
  await here.put('members', [
    member('one', 'ana', ['volunteer'], { name: '阿娜', team: 'team-a' }),
    member('one', 'bai', ['volunteer'], { name: '白姐', family: [child] }),
    member('one', 'chen', ['volunteer'], { name: '陈叔' }),
    member('one', 'none', ['resident'], { name: '路人' }),
    member('one', 'worker', ['social-worker'], { name: '社工小林' }),
    member('one', 'other', ['social-worker'], { name: '社工小周' }),
    member('one', 'captain', ['volunteer', 'volunteer-captain'], { name: '队长', team: 'team-a' }),
    member('one', 'stranger', ['volunteer', 'volunteer-captain'], { name: '外队', team: 'team-b' }),
  ])
  await here.put('volunteers', [volunteer('one', 'ana'), volunteer('one', 'bai'), volunteer('one', 'chen')])
})
afterAll(() => here.stop())

/** A shift of two hours, with these on it, that ended so long ago. */
async function over(_id: string, people: string[][], endedAgo: number): Promise<{ startsAt: number; endsAt: number }> {
  const [startsAt, endsAt] = [now() - endedAgo - 2 * hour, now() - endedAgo]
  const events = people.map(
    (party, n): RosterEvent => ({
      id: `join-${_id}-${n}`,
      at: n,
      kind: 'join',
      member: party[0] as string,
      people: party,
      first: true,
    }),
  )
  await here.put('shifts', [
    shift('one', _id, { startsAt, endsAt, team: 'team-a', count: 4, people: people.flat(), room: 2, events }),
  ])
  return { startsAt, endsAt }
}
const enter = async (who: string, on: string, person: string, from: number, minutes = 90, as = intent()) =>
  (await here.ask(who, 'hours.enter', { intent: as, shift: on, person: id(person), from, minutes, reason })).reply
const services = () => here.local.store.all('services') as unknown as Service[]

test('who was there and never checked in is written down late, told why, and counts by somebody else’s word', async () => {
  const { startsAt } = await over('late', [[id('ana')], [id('bai'), `${id('bai')}.k`]], 5 * hour)
  const missed = await here.value<MissedRow[]>('worker', 'hours.missed')
  expect(missed.map(({ name }) => name)).toEqual(['阿娜', '白姐'])
  expect((await here.value<MissedRow[]>('stranger', 'hours.missed')).length).toBe(0)

  const same = intent()
  for (const _ of [1, 2]) expect(await enter('worker', 'late', 'ana', startsAt, 90, same)).toMatchObject({ ok: true })
  expect(await enter('other', 'late', 'ana', startsAt, 120)).toMatchObject({ reason: 'hours-on-record' })
  const [kept] = services()
  expect(kept).toMatchObject({ person: id('ana'), state: 'awaiting' })
  const { entries } = await here.value<Inbox>('ana', 'message.inbox', { before: null })
  expect(entries[0]).toMatchObject({ kind: 'hours-entered', reason })
  const [card] = (await here.value<HoursQueue>('worker', 'hours.queue')).waiting
  expect(card).toMatchObject({ late: true, mine: true, measured: 90 })

  const said = { intent: intent(), service: card?.id, minutes: 90 }
  expect((await here.ask('worker', 'hours.confirm', said)).reply).toMatchObject({ reason: 'hours-entered' })
  expect((await here.ask('ana', 'hours.confirm', said)).reply).toMatchObject({ reason: 'hours-own' })
  expect((await here.value<HoursPage>('ana', 'hours.mine')).serving).toBe(0)
  await here.value('other', 'hours.confirm', said)
  expect((await here.value<HoursPage>('ana', 'hours.mine')).serving).toBe(90)
  const page = await here.value<ServicePage>('ana', 'hours.service', { service: card?.id })
  expect(page.timeline[0]).toMatchObject({ kind: 'late', reason })
  expect((await here.value<MissedRow[]>('worker', 'hours.missed')).map(({ name }) => name)).toEqual(['白姐'])
})

test('nobody says anything of what was written down late: it counts after the days, within what was planned', async () => {
  const { endsAt } = await over('late', [[id('ana')]], 5 * hour)
  // An hour after its end, of which nothing was planned.
  await enter('worker', 'late', 'ana', endsAt - 30 * minute, 90)
  here.local.clock.shift(silenceAfter + minute)
  await here.local.fire('settle')
  expect((await here.value<HoursPage>('ana', 'hours.mine')).serving).toBe(30)
})

test('a child who was along has no hours, and the record of whoever brought them says so', async () => {
  const { startsAt } = await over('late', [[id('bai'), `${id('bai')}.k`]], 5 * hour)
  await enter('worker', 'late', 'bai', startsAt, 120)
  const { services: mine } = await here.value<HoursPage>('bai', 'hours.mine')
  expect(mine).toMatchObject([{ along: 1, measured: 120 }])

  // The same where staff write them down while it is on.
  await over('running', [[id('bai'), `${id('bai')}.k`]], -hour)
  await here.value('worker', 'hours.attend', { intent: intent(), shift: 'running', person: id('bai'), way: 'in' })
  expect((await here.value<HoursPage>('bai', 'hours.mine')).services).toMatchObject([{ along: 1 }, { along: 1 }])
})

test('whoever is 14 to 17 and registered has hours of their own', async () => {
  await here.put('members', [member('one', 'teen', ['volunteer'], { name: '小宇', band: '13-17' })])
  await here.put('volunteers', [volunteer('one', 'teen')])
  const { startsAt } = await over('late', [[id('teen')]], 5 * hour)
  await enter('worker', 'late', 'teen', startsAt, 60)
  const [card] = (await here.value<HoursPage>('teen', 'hours.mine')).services
  await here.value('other', 'hours.confirm', { intent: intent(), service: card?.id, minutes: 60 })
  expect((await here.value<HoursPage>('teen', 'hours.mine')).serving).toBe(60)
})

test('what is late is bounded: by whom, of whom, when, and what is on record', async () => {
  const { startsAt, endsAt } = await over('late', [[id('ana')], [id('captain')]], closesAfter + hour)
  for (const [who, person, from, minutes, told] of [
    ['captain', 'captain', startsAt, 60, 'hours-own'],
    ['stranger', 'ana', startsAt, 60, 'no-permission'],
    ['ana', 'ana', startsAt, 60, 'no-permission'],
    ['worker', 'none', startsAt, 60, 'not-volunteer'],
    ['worker', 'ana', startsAt - 31 * minute, 60, 'hours-outside'],
    ['worker', 'ana', startsAt, 241, 'hours-outside'],
    ['worker', 'ana', endsAt + 3 * hour, 10, 'hours-outside'],
  ] as const)
    expect([person, from, await enter(who, 'late', person, from, minutes)]).toMatchObject([
      person,
      from,
      { reason: told },
    ])
  await over('running', [[id('ana')]], hour)
  expect(await enter('worker', 'running', 'ana', now() - hour)).toMatchObject({ reason: 'hours-clock-runs' })
  const old = await over('old', [[id('ana')]], lateFor + closesAfter + minute)
  expect(await enter('worker', 'old', 'ana', old.startsAt)).toMatchObject({ reason: 'hours-late-over' })
  // Who stepped in without a seat is written down, too; but not for the time for which they are on record elsewhere.
  await over('elsewhere', [], closesAfter + hour)
  expect(await enter('captain', 'late', 'ana', startsAt)).toMatchObject({ ok: true })
  expect(await enter('worker', 'elsewhere', 'ana', startsAt + hour)).toMatchObject({ reason: 'hours-on-record' })
  expect(await enter('worker', 'elsewhere', 'chen', startsAt + hour, 30)).toMatchObject({ ok: true })
  expect(services()).toHaveLength(2)
})

test('ten of the staff at once write it down once', async () => {
  const { startsAt } = await over('late', [[id('ana')]], 5 * hour)
  const clerks = Array.from({ length: 10 }, (_, n) => member('one', `clerk-${n}`, ['social-worker']))
  await here.put('members', clerks)
  const answers = await Promise.all(clerks.map((_, n) => enter(`clerk-${n}`, 'late', 'ana', startsAt, 60 + n)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(services()).toHaveLength(1)
})

describe('written down at once for shifts of one time', () => {
  const on = ['at-once-1', 'at-once-2', 'at-once-3', 'at-once-4']
  let startsAt = 0
  beforeEach(async () => {
    for (const each of on) startsAt = (await over(each, [[id('ana')]], 5 * hour)).startsAt
    // Each is on record so late that all have looked by then.
    here.local.faults.add({ when: { collection: 'services', action: 'database.insertDocument' }, do: 'strip' })
  })
  afterEach(() => here.local.faults.clear())
  const allAtOnce = () =>
    Promise.all(on.flatMap((each) => ['worker', 'other'].map((who) => enter(who, each, 'ana', startsAt))))

  test('one of them stands, and the next time is as free as before', async () => {
    const replies = await allAtOnce()
    expect(services()).toHaveLength(1)
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    for (const reply of replies) if (!reply.ok) expect(reply.reason).toBe('hours-on-record')
    expect((await here.read<Member>('members', id('ana')))?.entering).toEqual([])
    const [kept] = services()
    const another = on.find((each) => each !== kept?.about) as string
    expect(await enter('worker', another, 'ana', startsAt + 100 * minute, 20)).toMatchObject({ ok: true })
  })

  test('control: without the guard in the step more than one stands', async () => {
    here.local.faults.add({ when: { collection: 'members', action: 'database.modifyAndReturnDoc' }, do: 'strip' })
    await allAtOnce()
    expect(services().length).toBeGreaterThan(1)
  })
})

test('a call that died while it wrote hours down keeps their time from nobody for long', async () => {
  const [{ startsAt }] = [await over('died', [[id('ana')]], 5 * hour), await over('after', [[id('ana')]], 5 * hour)]
  const died = here.local.faults.add({
    when: { function: 'hours', collection: 'services', action: 'database.insertDocument' },
    do: 'kill',
  })
  await enter('worker', 'died', 'ana', startsAt).catch(() => undefined)
  expect(died()).toBe(1)
  here.local.faults.clear()
  expect(services()).toEqual([])
  expect(await enter('worker', 'after', 'ana', startsAt)).toMatchObject({ reason: 'hours-on-record' })
  here.local.clock.shift(11 * minute)
  expect(await enter('worker', 'after', 'ana', startsAt)).toMatchObject({ ok: true })
})

test('who did not come is off the list, once staff say so and not before it is over, and may still be written down', async () => {
  const { startsAt } = await over('away', [[id('ana')], [id('bai')]], 5 * hour)
  await over('on', [[id('ana')]], hour)
  const away = async (who: string, shiftId: string, person: string, as = intent()) =>
    (await here.ask(who, 'hours.absent', { intent: as, shift: shiftId, person: id(person) })).reply
  expect(await away('stranger', 'away', 'ana')).toMatchObject({ reason: 'no-permission' })
  expect(await away('ana', 'away', 'bai')).toMatchObject({ reason: 'no-permission' })
  expect(await away('worker', 'away', 'chen')).toMatchObject({ reason: 'not-seated' })
  expect(await away('worker', 'on', 'ana')).toMatchObject({ reason: 'hours-clock-runs' })
  for (const _ of [1, 2]) expect(await away('worker', 'away', 'ana', 'intent-away-1')).toMatchObject({ ok: true })
  const missed = async () => (await here.value<MissedRow[]>('worker', 'hours.missed')).map(({ name }) => name)
  expect(await missed()).toEqual(['白姐'])
  expect((await here.read<Shift>('shifts', 'away'))?.absent).toHaveLength(1)

  expect(await enter('worker', 'away', 'bai', startsAt)).toMatchObject({ ok: true })
  expect(await away('worker', 'away', 'bai')).toMatchObject({ reason: 'hours-on-record' })
  expect(await enter('worker', 'away', 'ana', startsAt)).toMatchObject({ ok: true })
})
