import { day, hour, startOfDay } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import type { Message } from '../../src/domain/message'
import { seats } from '../../src/domain/seats'
import type { Shift } from '../../src/domain/shift'
import type { BoardShift, ShiftBoard, ShortShift } from '../../src/domain/shift-page'
import { type Town, town } from './town'
import { member } from './world'
import { shift, volunteer } from './world-volunteer'

let here: Town
let turn = 0
const intent = () => `intent-put-${(turn += 1)}`
const idOf = (who: string) => member('one', who, [])._id
const noon = (days: number) => startOfDay(Date.now()) + days * day + 12 * hour
const reason = '电话里说好的'

beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'worker', ['social-worker'], { name: '社工小林' }),
    member('one', 'captain', ['volunteer', 'volunteer-captain'], { name: '队长', team: 'team-a' }),
    member('one', 'none', ['resident'], { name: '路人' }),
  ])
})
afterAll(() => here.stop())

async function serving(...names: string[]): Promise<void> {
  await here.put(
    'members',
    names.map((who) => member('one', who, ['resident', 'volunteer'], { name: who })),
  )
  await here.put(
    'volunteers',
    names.map((who) => volunteer('one', who)),
  )
}
const putOn = async (who: string, on: string, person: string, as = intent()) =>
  (await here.ask<BoardShift>(who, 'shift.putOn', { intent: as, shift: on, person: idOf(person), reason })).reply
const takeOff = async (who: string, on: string, party: string, as = intent()) =>
  (await here.ask<BoardShift>(who, 'shift.takeOff', { intent: as, shift: on, party, reason })).reply
const read = async (id: string) => (await here.read<Shift>('shifts', id)) as Shift
const theMember = async (who: string) => (await here.read<Member>('members', idOf(who))) as Member
const told = (who: string, kind: string) =>
  here
    .dump()
    .filter((line) => line.startsWith('messages ') && line.includes(idOf(who)))
    .map((line) => JSON.parse(line.slice('messages '.length)) as Message)
    .filter((message) => message.kind === kind)

test('staff put a volunteer on a shift: seated, the time kept, told why once, and free to leave', async () => {
  await serving('p-ana')
  await here.put('shifts', [shift('one', 'p-desk', { count: 1, startsAt: noon(3) })])
  const could = await here.value<ShortShift['could']>('worker', 'shift.could', { shift: 'p-desk' })
  expect(could.map(({ name }) => name)).toContain('p-ana')
  const same = intent()
  for (const _ of [1, 2])
    expect(await putOn('worker', 'p-desk', 'p-ana', same)).toMatchObject({
      value: { people: [{ name: 'p-ana', state: 'seated', party: same }] },
    })
  for (const _ of [1, 2]) await here.local.fire('shift-sweep')
  expect(told('p-ana', 'shift-put')).toMatchObject([{ reason, about: 'p-desk' }])
  expect((await theMember('p-ana')).calendar).toMatchObject([{ roster: 'p-desk', duty: true }])
  expect((await read('p-desk')).events[0]).toMatchObject({ by: idOf('worker'), reason })

  await here.value('p-ana', 'shift.leave', { intent: intent(), shift: 'p-desk', party: same })
  expect((await theMember('p-ana')).calendar).toEqual([])
})

test('whoever may not, has no time or no rest, or is on it already is put on by nobody; nor outside of one’s reach', async () => {
  await serving('p-bai', 'p-chen')
  await here.put('volunteers', [volunteer('one', 'none', { state: 'resting', events: [] })])
  await here.put('shifts', [
    shift('one', 'p-one', { count: 2, standby: 0, startsAt: noon(4), team: 'team-a' }),
    shift('one', 'p-same-time', { count: 2, startsAt: noon(4) + hour }),
    shift('one', 'p-night', { count: 2, startsAt: noon(5) - 14 * hour, endsAt: noon(5) - 13 * hour }),
    shift('one', 'p-after', { count: 2, startsAt: noon(5) - 7 * hour, endsAt: noon(5) - 6 * hour }),
  ])
  expect(await putOn('captain', 'p-one', 'p-bai')).toMatchObject({ ok: true })
  expect(await putOn('captain', 'p-same-time', 'p-chen')).toMatchObject({ reason: 'no-permission' })
  expect(await putOn('p-chen', 'p-one', 'p-chen')).toMatchObject({ reason: 'no-permission' })
  expect(await putOn('worker', 'p-one', 'p-bai')).toMatchObject({ reason: 'shift-already' })
  // What else they have promised, and when, is nothing for whoever puts them on.
  expect(await putOn('worker', 'p-same-time', 'p-bai')).toEqual({ ok: false, reason: 'volunteer-busy' })
  expect(await putOn('worker', 'p-one', 'nobody')).toMatchObject({ reason: 'not-volunteer' })
  expect((await putOn('worker', 'p-one', 'none')).ok).toBe(false)
  expect(await putOn('worker', 'p-night', 'p-chen')).toMatchObject({ ok: true })
  expect(await putOn('worker', 'p-after', 'p-chen')).toMatchObject({
    reason: 'rest-night',
    whose: 'other',
    beside: null,
    least: 8,
  })
  expect((await theMember('p-bai')).calendar).toHaveLength(1)
  expect((await read('p-same-time')).people).toEqual([])
})

test('forty at once on a shift of three with two to stand by: no more, each with their time, nobody else’s kept', async () => {
  const names = Array.from({ length: 40 }, (_, n) => `p-many-${n}`)
  await serving(...names)
  await here.put('shifts', [shift('one', 'p-crowd', { count: 3, standby: 2, startsAt: noon(6) })])
  const answers = await Promise.all(names.map((who) => putOn('worker', 'p-crowd', who)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
  for (const answer of answers) if (!answer.ok) expect(answer.reason).toBe('shift-full')
  const after = await read('p-crowd')
  expect(seats(after, Date.now()).parties.map(({ state }) => state)).toEqual([
    'seated',
    'seated',
    'seated',
    'waiting',
    'waiting',
  ])
  const kept = await Promise.all(names.map(theMember))
  expect(
    kept
      .filter(({ calendar }) => calendar.length > 0)
      .map(({ _id }) => _id)
      .sort(),
  ).toEqual([...after.people].sort())
}, 60_000)

test('put on two shifts of one time at once a volunteer is on one of them, and told of that one', async () => {
  await serving('p-eve')
  const at = noon(7)
  await here.put('shifts', [shift('one', 'p-left', { startsAt: at }), shift('one', 'p-right', { startsAt: at + hour })])
  const both = await Promise.all([putOn('worker', 'p-left', 'p-eve'), putOn('worker', 'p-right', 'p-eve')])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: 'volunteer-busy' }])
  await here.local.fire('shift-sweep')
  const on = [await read('p-left'), await read('p-right')].filter(({ people }) => people.includes(idOf('p-eve')))
  expect(on).toHaveLength(1)
  expect((await theMember('p-eve')).calendar).toMatchObject([{ roster: on[0]?._id }])
  expect(told('p-eve', 'shift-put')).toMatchObject([{ about: on[0]?._id }])
  expect(told('p-eve', 'shift-removed')).toEqual([])
})

describe('a function that dies between the list and the time', () => {
  const sweep = async () => {
    for (const _ of [1, 2]) await here.local.fire('shift-sweep')
  }

  test('who was put on has the time kept by the next sweep, and is told once', async () => {
    await serving('p-kai')
    await here.put('shifts', [shift('one', 'p-cut', { startsAt: noon(12) })])
    for (let nth = 1; (await read('p-cut')).people.length === 0; nth += 1) await dies(nth, 'p-cut', 'p-kai')
    expect((await theMember('p-kai')).calendar).toEqual([])
    await sweep()
    expect((await theMember('p-kai')).calendar).toMatchObject([{ roster: 'p-cut', duty: true }])
    expect(told('p-kai', 'shift-put')).toHaveLength(1)
  })

  test('who has promised that time to something else meanwhile goes off the list again, and is told of neither', async () => {
    await serving('p-lan')
    const startsAt = noon(13)
    await here.put('shifts', [shift('one', 'p-cut-2', { startsAt }), shift('one', 'p-else', { startsAt })])
    for (let nth = 1; (await read('p-cut-2')).people.length === 0; nth += 1) await dies(nth, 'p-cut-2', 'p-lan')
    const input = { intent: intent(), shift: 'p-else', people: [idOf('p-lan')] }
    expect((await here.ask('p-lan', 'shift.signUp', input)).reply).toMatchObject({ ok: true })
    await sweep()
    expect((await read('p-cut-2')).people).toEqual([])
    expect((await theMember('p-lan')).calendar).toMatchObject([{ roster: 'p-else' }])
    expect(told('p-lan', 'shift-put')).toEqual([])
  })

  /** Staff put someone on, and the function dies at its so many-th request. */
  async function dies(nth: number, on: string, who: string): Promise<void> {
    here.local.faults.add({ when: { function: 'shift', nth }, do: 'kill' })
    await putOn('worker', on, who).catch(() => undefined)
    here.local.faults.clear()
  }
})

test('taken off by staff: told why once, the time is free, who stood by moves up; not once it has begun', async () => {
  await serving('p-fen', 'p-gao')
  await here.put('shifts', [shift('one', 'p-off', { count: 1, standby: 1, startsAt: noon(8) })])
  const [party, next] = [intent(), intent()]
  await putOn('worker', 'p-off', 'p-fen', party)
  await putOn('worker', 'p-off', 'p-gao', next)
  expect(await takeOff('p-gao', 'p-off', party)).toMatchObject({ reason: 'no-permission' })
  const same = intent()
  for (const _ of [1, 2])
    expect(await takeOff('worker', 'p-off', party, same)).toMatchObject({
      value: { people: [{ name: 'p-gao', state: 'seated' }] },
    })
  for (const _ of [1, 2]) await here.local.fire('shift-sweep')
  expect(told('p-fen', 'shift-removed')).toMatchObject([{ reason }])
  expect(told('p-gao', 'shift-put-standby')).toMatchObject([{ reason }])
  expect(told('p-gao', 'shift-seated')).toHaveLength(1)
  expect((await theMember('p-fen')).calendar).toEqual([])
  expect(await takeOff('worker', 'p-off', 'intent-nobody')).toMatchObject({ reason: 'shift-not-on' })
  here.local.clock.shift(noon(8) - Date.now() + hour)
  expect(await takeOff('worker', 'p-off', next)).toMatchObject({ reason: 'shift-begun' })
  here.local.clock.set(Date.now())
})

test('who deletes their account leaves no word of why they were put on or taken off', async () => {
  await serving('p-han')
  await here.put('shifts', [shift('one', 'p-gone', { startsAt: noon(9) })])
  await putOn('worker', 'p-gone', 'p-han')
  await here.value('p-han', 'member.erase', { confirm: '注销' })
  const { events } = await read('p-gone')
  expect(JSON.stringify(events)).not.toContain(reason)
  expect(JSON.stringify(events)).not.toContain(idOf('p-han'))
})

describe('how much rest is enough is the centre’s to say', () => {
  const rest = (more: object = {}) => ({ dayHours: 3, weekHours: 20, nightHours: 10, reason: '天太热', ...more })

  test('from then on it decides who takes what, by oneself or by staff, and what fits; it stands on the board', async () => {
    await serving('p-ivy', 'p-jin')
    await here.put('shifts', [
      shift('one', 'p-morning', { count: 5, startsAt: noon(11) - 3 * hour }),
      shift('one', 'p-evening', { count: 5, startsAt: noon(11) + 3 * hour }),
    ])
    const usual = (await here.value<ShiftBoard>('worker', 'shift.board', { from: noon(11) - 12 * hour })).rest
    expect(usual).toEqual({ dayHours: 8, weekHours: 24, nightHours: 8, changes: [], may: true })
    expect(await putOn('worker', 'p-morning', 'p-ivy')).toMatchObject({ ok: true })
    expect(await putOn('worker', 'p-evening', 'p-ivy')).toMatchObject({ ok: true })

    const same = intent()
    for (const _ of [1, 2]) await here.value('worker', 'shift.setRest', { intent: same, ...rest() })
    const told = (await here.value<ShiftBoard>('captain', 'shift.board', { from: noon(11) - 12 * hour })).rest
    expect(told).toMatchObject({ dayHours: 3, weekHours: 20, nightHours: 10, may: false })
    expect(told.changes).toMatchObject([{ id: same, role: 'social-worker', reason: '天太热' }])
    // What was taken stays; one more is too much.
    expect((await read('p-evening')).people).toEqual([idOf('p-ivy')])
    expect(await putOn('worker', 'p-morning', 'p-jin')).toMatchObject({ ok: true })
    expect(await putOn('worker', 'p-evening', 'p-jin')).toMatchObject({ reason: 'rest-day', most: 3 })
    const input = { intent: intent(), shift: 'p-evening', people: [idOf('p-jin')] }
    expect((await here.ask('p-jin', 'shift.signUp', input)).reply).toMatchObject({ reason: 'rest-day', most: 3 })
    const could = await here.value<ShortShift['could']>('worker', 'shift.could', { shift: 'p-evening' })
    expect(could.map(({ name }) => name)).not.toContain('p-jin')
  })

  test.each([
    ['a volunteer', 'p-ivy', {}, 'no-permission'],
    ['a captain', 'captain', {}, 'no-permission'],
    ['more than twelve hours a day', 'worker', { dayHours: 13 }, 'bad-input'],
    ['no night', 'worker', { nightHours: 5 }, 'bad-input'],
    ['a week shorter than a day', 'worker', { dayHours: 8, weekHours: 7 }, 'bad-input'],
  ])('not by, and not so: %s', async (_, who, more, told) => {
    const { reply } = await here.ask(who, 'shift.setRest', { intent: intent(), ...rest(more) })
    expect(reply).toMatchObject({ reason: told })
  })

  test('another centre’s rules are its own', async () => {
    const { reply } = await here.ask<ShiftBoard>('huang', 'shift.board', { from: noon(1) }, { centre: 'two' })
    expect(JSON.stringify(reply)).not.toContain('天太热')
    expect(here.dump().filter((line) => line.startsWith('centres ') && line.includes('天太热'))).toHaveLength(1)
  })
})
