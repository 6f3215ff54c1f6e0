import type { CheckedIn, CodeSheet, Desk, Pass } from '../../src/domain/attendance'
import { codeEvery, presences } from '../../src/domain/attendance'
import type { Roster } from '../../src/domain/roster'
import { type Town, town } from './town'
import { activity, centre, kid, member } from './world'

const hour = 3_600_000
let here: Town
let turn = 0
const newIntent = () => `intent-attend-${(turn += 1)}`
const id = (who: string) => member('one', who, ['resident'])._id

/** An activity that is on at this moment, with these people seated (each with a child) in parties of their own. */
async function onNow(name: string, who: string[], more: Parameters<typeof activity>[2] = {}) {
  const parties = who.map((each) => [id(each), `${id(each)}.k`])
  const made = activity('one', name, {
    startsAt: here.local.clock.now() - hour / 2,
    capacity: 10,
    people: parties.flat(),
    room: 15 - parties.flat().length,
    events: parties.map((people, n) => ({
      id: `join-${name}-${who[n]}`,
      at: 1,
      kind: 'join',
      member: people[0] as string,
      people,
      first: true,
    })),
    ...more,
  })
  await here.put('activities', [made.activity])
  await here.put('rosters', [made.roster])
  return name
}

const sheetOf = (on: string) => here.value<CodeSheet>('worker', 'attendance.code', { activity: on })
const codeOf = async (on: string) => (await sheetOf(on)).codes[0] as CodeSheet['codes'][number]
const tell = async (who: string, called: `${string}.${string}`, input: unknown) =>
  (await here.ask(who, called, input)).reply
const checkIn = (who: string, on: string, code: string, more: object = {}) =>
  tell(who, 'attendance.checkIn', { intent: newIntent(), activity: on, code, people: null, walkIn: false, ...more })
const scan = (on: string, code: string, who = 'worker') =>
  tell(who, 'attendance.scan', { intent: newIntent(), activity: on, code })
const rosterOf = async (on: string) => (await here.read<Roster>('rosters', on)) as Roster
const there = async (on: string) => [...presences((await rosterOf(on)).events).keys()]

beforeAll(async () => {
  here = await town()
  await here.put('centres', [{ ...centre('paper'), paperPlaces: ['r-1'] } as never])
  await here.put('members', [
    member('one', 'worker', ['social-worker']),
    ...['ana', 'bai', 'chen'].map((who) =>
      member('one', who, ['resident', 'family-proxy'], { name: who, family: [kid('one', who, 'k')] }),
    ),
    member('one', 'dora', ['resident']),
  ])
})
afterAll(() => here.stop())

test('a whole party is checked in with one tap; again it is told so; the same intent is the same check-in', async () => {
  const on = await onNow('whole', ['ana'])
  const { text } = await codeOf(on)
  const input = { intent: newIntent(), activity: on, code: text, people: null, walkIn: false }
  const first = await here.ask<CheckedIn>('ana', 'attendance.checkIn', input)
  expect(first.reply).toMatchObject({ ok: true, value: { people: [{ name: 'ana' }, { name: '小满' }] } })
  expect(await tell('ana', 'attendance.checkIn', input)).toEqual(first.reply)
  expect(await checkIn('ana', on, text)).toMatchObject({ reason: 'already-checked-in' })
  const roster = await rosterOf(on)
  expect(roster.present).toEqual([id('ana'), `${id('ana')}.k`])
  expect(roster.events.filter((event) => event.kind === 'check-in')).toHaveLength(1)
})

test('six digits do as well, with a space; guessing them ends after five tries, and begins again later', async () => {
  const on = await onNow('digits', ['ana', 'bai'])
  const { digits } = await codeOf(on)
  const wrong = String((Number(digits) + 1) % 1_000_000).padStart(6, '0')
  const tries = await Promise.all(Array.from({ length: 40 }, () => checkIn('bai', on, wrong)))
  const reasons = tries.map((reply) => (reply.ok ? 'ok' : reply.reason))
  expect(reasons.filter((reason) => reason === 'code-invalid')).toHaveLength(5)
  expect(reasons.filter((reason) => reason === 'code-tries')).toHaveLength(35)
  expect(await checkIn('bai', on, digits)).toMatchObject({ reason: 'code-tries' })
  expect(await checkIn('ana', on, `${digits.slice(0, 3)} ${digits.slice(3)}`)).toMatchObject({ ok: true })
  here.local.clock.shift(11 * 60_000)
  expect(await checkIn('bai', on, (await codeOf(on)).digits)).toMatchObject({ ok: true })
})

describe('a code that is not what it must be', () => {
  let on: string
  let elsewhere: string
  beforeAll(async () => {
    on = await onNow('cases', ['ana', 'bai', 'chen'])
    elsewhere = await onNow('elsewhere', ['ana'])
  })

  test('forged: of someone else’s making, cut, or with another activity’s name in it', async () => {
    const { text } = await codeOf(on)
    const other = (await codeOf(elsewhere)).text
    const swapped = text.replace('cases', 'elsewhere')
    for (const code of [
      `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`,
      text.slice(0, -3),
      'https://example.com/LLA',
      swapped,
    ])
      expect(await checkIn('ana', on, code)).toMatchObject({ ok: false, reason: 'code-invalid' })
    expect(other).not.toBe(text)
  })

  test('expired: a picture of it is worthless within a minute', async () => {
    const { text } = await codeOf(on)
    here.local.clock.shift(codeEvery * 2)
    expect(await checkIn('ana', on, text)).toMatchObject({ ok: false, reason: 'code-expired' })
    expect(codeEvery * 2).toBeLessThan(60_000)
  })

  test('another activity’s', async () => {
    expect(await checkIn('ana', on, (await codeOf(elsewhere)).text)).toMatchObject({ reason: 'code-other-activity' })
  })

  test('another person’s own code, used by oneself', async () => {
    const { text } = await here.value<Pass>('bai', 'attendance.pass')
    expect(await checkIn('ana', on, text)).toMatchObject({ ok: false, reason: 'code-other-person' })
  })

  test('replayed: by the same person, and a member’s own code read twice', async () => {
    const { text } = await codeOf(on)
    expect(await checkIn('bai', on, text)).toMatchObject({ ok: true })
    expect(await checkIn('bai', on, text)).toMatchObject({ ok: false, reason: 'already-checked-in' })
    const pass = await here.value<Pass>('chen', 'attendance.pass')
    expect(await scan(on, pass.text)).toMatchObject({
      ok: true,
      value: { people: [{ name: 'chen' }, { name: '小满' }] },
    })
    expect(await scan(on, pass.text)).toMatchObject({ ok: false, reason: 'already-checked-in' })
  })

  test('a member’s own code: forged, expired, of someone who is not on the list, or read by someone who may not', async () => {
    const { text } = await here.value<Pass>('ana', 'attendance.pass')
    expect(await scan(on, text.replace(id('ana'), id('bai')))).toMatchObject({ reason: 'code-invalid' })
    expect(await scan(on, (await codeOf(on)).text)).toMatchObject({ reason: 'code-invalid' })
    expect(await scan(on, text, 'bai')).toMatchObject({ reason: 'no-permission' })
    expect(await scan(on, (await here.value<Pass>('dora', 'attendance.pass')).text)).toMatchObject({
      reason: 'not-in-activity',
    })
    here.local.clock.shift(codeEvery * 2)
    expect(await scan(on, text)).toMatchObject({ reason: 'code-expired' })
  })

  test('early and late: outside its hours no code opens, nor is one shown', async () => {
    const early = await onNow('early', ['ana'], { startsAt: here.local.clock.now() + 2 * hour })
    const late = await onNow('late', ['ana'], {
      startsAt: here.local.clock.now() - 5 * hour,
      endsAt: here.local.clock.now() - hour,
    })
    const { codesOf } = await import('../../cloudfunctions/attendance/codes')
    process.env.LINLI_KEY = here.key
    for (const [activityId, reason] of [
      [early, 'checkin-too-early'],
      [late, 'checkin-too-late'],
    ] as const) {
      expect(await tell('worker', 'attendance.code', { activity: activityId })).toMatchObject({ ok: false, reason })
      const [genuine] = codesOf('one', activityId, here.local.clock.now(), 1)
      expect(await checkIn('ana', activityId, genuine?.text ?? '')).toMatchObject({ ok: false, reason })
    }
    const belated = { intent: newIntent(), activity: late, party: 'join-late-ana', people: [id('ana')] }
    expect(await tell('worker', 'attendance.admit', { ...belated, reason: null })).toMatchObject({
      reason: 'checkin-too-late',
    })
    expect(await tell('worker', 'attendance.admit', { ...belated, reason: '人在现场，忘了签' })).toMatchObject({
      ok: true,
    })
  })

  test('the code on a door: only where the centre allows it, and only for what is on there', async () => {
    const { paperOf } = await import('../../cloudfunctions/attendance/codes')
    process.env.LINLI_KEY = here.key
    const paper = paperOf('one', 'r-1')
    expect(await checkIn('ana', on, paper)).toMatchObject({ ok: false, reason: 'paper-not-allowed' })
    expect(await checkIn('ana', on, paperOf('one', 'r-2'))).toMatchObject({ ok: false, reason: 'code-other-activity' })
    expect(await checkIn('ana', on, paperOf('paper', 'r-1'))).toMatchObject({ ok: false, reason: 'code-invalid' })
  })
})

test('whoever waits is not checked in; whoever is not on the list sits down only where a seat is free', async () => {
  const on = await onNow('little', ['ana', 'bai'], {
    capacity: 3,
    waitCapacity: 5,
    rules: {
      capacity: 3,
      mostOvertakes: 2,
      priority: null,
      offersFrom: 0,
      offerFor: hour / 2,
      settledFrom: here.local.clock.now() - hour / 2,
    },
  })
  const { text } = await codeOf(on)
  expect(await checkIn('bai', on, text)).toMatchObject({ ok: false, reason: 'not-seated' })
  expect(await checkIn('dora', on, text)).toMatchObject({ ok: false, reason: 'not-in-activity' })
  expect(await checkIn('dora', on, text, { walkIn: true })).toMatchObject({ ok: true })
  expect(await checkIn('chen', on, text, { walkIn: true })).toMatchObject({ ok: false, reason: 'full' })
  expect(await there(on)).toEqual([id('dora')])
})

test('staff check in by name, see where everyone is, and take a check-in back; then it can be made again', async () => {
  const on = await onNow('named', ['ana', 'bai'])
  const child = `${id('ana')}.k`
  const admit = (people: string[]) =>
    tell('worker', 'attendance.admit', {
      intent: newIntent(),
      activity: on,
      party: 'join-named-ana',
      people,
      reason: null,
    })
  expect(await admit([child])).toMatchObject({ ok: true })
  expect(await admit([id('bai')])).toMatchObject({ ok: false, reason: 'not-in-activity' })
  const desk = await here.value<Desk>('worker', 'attendance.desk', { activity: on })
  expect(desk).toMatchObject({ seated: 4, present: 1, paper: null })
  const own = desk.parties.find(({ id: party }) => party === 'join-named-ana')
  expect(own).toMatchObject({
    building: '听榕苑1栋',
    people: [
      { name: 'ana', present: null },
      { name: '小满', present: { way: 'name' } },
    ],
  })
  const undo = { intent: newIntent(), activity: on, checkIn: own?.people[1]?.present?.checkIn, reason: '按错了' }
  for (const _ of [1, 2]) expect(await tell('worker', 'attendance.undo', undo)).toMatchObject({ ok: true })
  expect(await there(on)).toEqual([])
  expect((await rosterOf(on)).present).toEqual([])
  expect(await admit([child])).toMatchObject({ ok: true })
  expect(await there(on)).toEqual([child])
})

test('someone without an account is written down under the name they give, once, if a seat is free', async () => {
  const on = await onNow('guest', ['ana'], { capacity: 3, room: 0, waitCapacity: 0 })
  const input = { intent: newIntent(), activity: on, name: '陈伯', band: '60-79', building: null, consent: true }
  const first = await tell('worker', 'attendance.walkIn', input)
  expect(first).toMatchObject({ ok: true, value: { people: [{ name: '陈伯' }] } })
  expect(await tell('worker', 'attendance.walkIn', input)).toEqual(first)
  expect(await tell('worker', 'attendance.walkIn', { ...input, intent: newIntent() })).toMatchObject({ reason: 'full' })
  expect((await rosterOf(on)).people).toHaveLength(3)
  expect(here.dump().filter((line) => line.includes('陈伯'))).toHaveLength(1)
})

test('a late undo of an earlier check-in leaves alone who left and came again', async () => {
  const on = await onNow('again', ['ana'])
  const { text } = await codeOf(on)
  const first = (await checkIn('ana', on, text)) as { value: CheckedIn }
  await tell('worker', 'activity.remove', {
    intent: newIntent(),
    activity: on,
    party: 'join-again-ana',
    reason: '走错了',
  })
  expect(await checkIn('ana', on, text, { walkIn: true })).toMatchObject({ ok: true })
  const undo = { intent: newIntent(), activity: on, checkIn: first.value.checkIn, reason: '按错了' }
  expect(await tell('worker', 'attendance.undo', undo)).toMatchObject({ ok: true })
  expect(await there(on)).toEqual([id('ana')])
  expect((await rosterOf(on)).present).toEqual([id('ana')])
})

test('the code on a door is taken where the centre allows it, and marked as what it is', async () => {
  const one = await here.read<Record<string, unknown>>('centres', 'one')
  await here.local.store.empty('centres')
  await here.put('centres', [{ ...one, paperPlaces: ['r-1'] } as never, centre('two'), centre('paper')])
  const on = await onNow('papered', ['ana'])
  const { paper } = await here.value<Desk>('worker', 'attendance.desk', { activity: on })
  expect(await checkIn('ana', on, paper ?? '')).toMatchObject({ ok: true })
  expect([...presences((await rosterOf(on)).events).values()][0]?.way).toBe('paper')
})

test('who leaves the list is there no more', async () => {
  const on = await onNow('leaver', ['ana'], { startsAt: here.local.clock.now() + hour / 2 })
  expect(await checkIn('ana', on, (await codeOf(on)).text)).toMatchObject({ ok: true })
  const gone = { intent: newIntent(), activity: on, party: 'join-leaver-ana', reason: '走错了' }
  expect(await tell('worker', 'activity.remove', gone)).toMatchObject({ ok: true })
  expect(await there(on)).toEqual([])
  expect((await rosterOf(on)).present).toEqual([])
})

test('requests of a cold call: checking in 3 at most, however; the staff’s screen 3', async () => {
  const on = await onNow('cheap', ['ana', 'bai'])
  const { text, digits } = await codeOf(on)
  const cold = async (who: string, called: `${string}.${string}`, input: object) => {
    await here.local.cool()
    const { reply, requests } = await here.ask(who, called, input)
    expect(reply).toMatchObject({ ok: true })
    return requests
  }
  const own = (code: string) => ({ intent: newIntent(), activity: on, code, people: null, walkIn: false })
  expect(await cold('ana', 'attendance.checkIn', own(text))).toBeLessThanOrEqual(2)
  expect(await cold('bai', 'attendance.checkIn', { ...own(digits), people: [id('bai')] })).toBeLessThanOrEqual(3)
  const admit = { intent: newIntent(), activity: on, party: 'join-cheap-bai', people: [`${id('bai')}.k`], reason: null }
  expect(await cold('worker', 'attendance.admit', admit)).toBeLessThanOrEqual(3)
  expect(await cold('worker', 'attendance.desk', { activity: on })).toBeLessThanOrEqual(3)
  expect(await cold('ana', 'attendance.open', { activity: on })).toBeLessThanOrEqual(3)
})

describe('who walks in with a phone of their own', () => {
  const walkIn = async (who: string, on: string, people: string[]) =>
    checkIn(who, on, (await codeOf(on)).text, { people, walkIn: true })

  test('is of the ages that it is for, like whoever signs up', async () => {
    const on = await onNow('elders', ['ana'], { bands: ['60-79'] })
    expect(await walkIn('dora', on, [id('dora')])).toMatchObject({ reason: 'age-not-fit', band: '35-59' })
    expect(await there(on)).toEqual([])
  })

  test('and brings nobody but their own', async () => {
    const on = await onNow('own-only', ['ana'])
    expect(await walkIn('dora', on, [id('bai')])).toMatchObject({ reason: 'not-your-family' })
  })

  test('and does not come when it is over', async () => {
    const over = { startsAt: here.local.clock.now() - 2 * hour - hour / 6 }
    const on = await onNow('too-late', ['ana'], over)
    const { text } = await codeOf(on)
    const late = await checkIn('dora', on, text, { people: [id('dora')], walkIn: true })
    expect(late).toMatchObject({ reason: 'checkin-too-late' })
  })
})

test('weeks after it an operator sees how many there were, and no longer who and where from', async () => {
  await here.put('members', [member('one', 'operator', ['operator'], { organisation: 'org-a' })])
  const startsAt = here.local.clock.now() - 24 * 30 * hour
  const on = await onNow('long-ago', ['ana'], { startsAt })
  const seenBy = async (who: string) => (await here.value<Desk>(who, 'attendance.desk', { activity: on })).parties[0]
  expect(await seenBy('operator')).toMatchObject({
    building: null,
    people: [{ name: 'a*', band: null }, { name: '小*' }],
  })
  expect(await seenBy('worker')).toMatchObject({ people: [{ name: 'ana' }, { name: '小满' }] })
})

test('who waited and stands at the door when it has begun has the free seat before any stranger; thirty at once fill it', async () => {
  const waiting = ['ana', 'bai', 'chen']
  const join = (who: string, n: number) => ({
    id: `wait-${n}-${who}`,
    at: n,
    kind: 'join' as const,
    member: id(who),
    people: [id(who)],
    first: true,
  })
  const gone = join('dora', 0)
  const startsAt = here.local.clock.now() - hour / 4
  const late = { id: 'leave-late-dora', at: startsAt + 1, kind: 'leave' as const, undoes: gone.id }
  const events = [gone, ...waiting.map((who, n) => join(who, n + 1)), late]
  const people = waiting.map(id)
  const on = await onNow('at-the-door', [], { startsAt, capacity: 1, waitCapacity: 5, room: 3, people, events })
  const { text } = await codeOf(on)
  const tries = waiting.flatMap((who) => Array.from({ length: 10 }, () => checkIn(who, on, text)))
  const replies = await Promise.all(tries)
  expect(new Set(replies.flatMap((reply) => (reply.ok ? [] : [reply.reason])))).toEqual(
    new Set(['not-seated', 'already-checked-in']),
  )
  expect(await there(on)).toHaveLength(1)
  expect((await rosterOf(on)).present).toHaveLength(1)
})
