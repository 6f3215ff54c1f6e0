import type { Member } from '../../src/domain/member'
import type { Message } from '../../src/domain/message'
import { seats } from '../../src/domain/seats'
import { day, hour, startOfDay } from '../../src/domain/day'
import type { Shift } from '../../src/domain/shift'
import type {
  MyShift,
  MyVolunteering,
  MyWeek,
  ShiftBoard,
  ShiftOutcome,
  ShiftPage,
  ShortShift,
} from '../../src/domain/shift-page'
import type { Team, Volunteer } from '../../src/domain/volunteer'
import { type Town, town } from './town'
import { activity, kid, member } from './world'
import { role, shift, volunteer } from './world-volunteer'

let here: Town
let turn = 0
const intent = () => `intent-shift-${(turn += 1)}`
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.stop())

const idOf = (who: string) => member('one', who, [])._id

/** Somebody who serves, with a name of their own. */
async function serving(who: string, more: Partial<Volunteer> = {}, of: Partial<Member> = {}) {
  await here.put('members', [member('one', who, ['resident', 'volunteer'], of)])
  await here.put('volunteers', [volunteer('one', who, more)])
  return who
}

const put = (...shifts: Shift[]) => here.put('shifts', shifts)
const take = (who: string, id: string, people = [idOf(who)], as = intent()) =>
  here.ask<ShiftOutcome>(who, 'shift.signUp', { intent: as, shift: id, people })
const read = async (id: string) => (await here.read<Shift>('shifts', id)) as Shift
const inbox = (who: string) =>
  here
    .dump()
    .filter((line) => line.startsWith('messages ') && line.includes(idOf(who)))
    .map((line) => JSON.parse(line.slice('messages '.length)) as Message)
const sweep = () => here.local.fire('shift-sweep')
/** Noon of a day that is so many days away. */
const noon = (days: number) => startOfDay(Date.now()) + days * day + 12 * hour

describe('taking a shift', () => {
  test('first come, first seated; then they stand by in their order; then it is full', async () => {
    await put(shift('one', 's-line', { count: 1, standby: 1, startsAt: noon(3) }))
    for (const who of ['li-1', 'li-2', 'li-3']) await serving(who)
    const [first, second, third] = [
      await take('li-1', 's-line'),
      await take('li-2', 's-line'),
      await take('li-3', 's-line'),
    ]
    expect(first.reply).toMatchObject({ ok: true, value: { party: { state: 'seated' }, lack: 0 } })
    expect(second.reply).toMatchObject({ ok: true, value: { party: { state: 'waiting', position: 1 } } })
    expect(third.reply).toEqual({ ok: false, reason: 'shift-full', capacity: 1, waiting: 1 })
  })

  test('a replay hears the first outcome, and is on it once', async () => {
    await put(shift('one', 's-replay', { startsAt: noon(3) }))
    await serving('replay')
    const as = intent()
    const first = await take('replay', 's-replay', undefined, as)
    const again = await take('replay', 's-replay', undefined, as)
    expect(again.reply).toEqual(first.reply)
    expect((await read('s-replay')).people).toEqual([idOf('replay')])
  })

  test.each<[string, Partial<Shift>, Partial<Volunteer>, Partial<Member>, Record<string, unknown>]>([
    ['a skill', { skills: ['skill-haircut'] }, {}, {}, { reason: 'skill-needed', skill: 'skill-haircut' }],
    [
      'a certificate',
      { skills: ['skill-nursing'], licensed: true },
      { skills: ['skill-nursing'] },
      {},
      { reason: 'licence-needed', skill: 'skill-nursing' },
    ],
    ['training', { training: ['home-visits'] }, {}, {}, { reason: 'training-needed', topic: 'home-visits' }],
    ['an age', { bands: ['18-34'] }, {}, {}, { reason: 'shift-age', bands: ['18-34'] }],
    ['to be cancelled not', { state: 'cancelled' }, {}, {}, { reason: 'shift-cancelled' }],
    ['that one serves at all', {}, { state: 'resting' }, {}, { reason: 'volunteer-state', state: 'resting' }],
    [
      'a minor: no homes',
      { training: ['home-visits'] },
      {},
      { band: '13-17', guardian: { by: 'x', version: '1', at: 1 } },
      { reason: 'minor-no-home-visit' },
    ],
  ])('what a shift asks for is said where it is missing: %s', async (name, of, more, person, refusal) => {
    const key = `fit-${(turn += 1)}`
    await put(shift('one', `s-${key}`, { startsAt: noon(4), ...of }))
    const known = volunteer('one', key)
    const rests = { id: 'rests-now', at: 4, by: known._id, kind: 'rest' } as const
    const events = more.state === 'resting' ? [...known.events, rests] : known.events
    await serving(key, { ...more, events }, person)
    expect([name, (await take(key, `s-${key}`)).reply]).toEqual([name, { ok: false, ...refusal }])
    expect((await read(`s-${key}`)).people).toEqual([])
  })

  test('a certificate counts once staff have seen it, and until it runs out', async () => {
    await put(
      shift('one', 's-nurse', { skills: ['skill-nursing'], licensed: true, startsAt: noon(3) }),
      shift('one', 's-later', { skills: ['skill-nursing'], licensed: true, startsAt: noon(9) }),
    )
    const paper = {
      id: 'paper-1',
      name: '护士证',
      skill: 'skill-nursing',
      expiresAt: noon(6),
      file: null,
      at: 1,
      state: 'valid',
    } as const
    await serving('nurse', { qualifications: [paper] })
    expect((await take('nurse', 's-nurse')).reply).toMatchObject({ ok: true })
    expect((await take('nurse', 's-later')).reply).toMatchObject({ reason: 'licence-needed' })
  })

  test('a child helps only beside the grown-up who brings it; a grown-up of the family registers themselves', async () => {
    const family = [
      kid('one', 'mum', 'k'),
      { id: `${idOf('mum')}.gran`, name: '外婆', band: '60-79', relation: 'parent' } as const,
    ]
    await serving('mum', {}, { family })
    await put(shift('one', 's-kid', { count: 4, startsAt: noon(3) }))
    const child = family[0]?.id as string
    expect((await take('mum', 's-kid', [child])).reply).toMatchObject({ reason: 'shift-together' })
    expect((await take('mum', 's-kid', [idOf('mum'), family[1]?.id as string])).reply).toMatchObject({
      reason: 'not-volunteer',
    })
    expect((await take('mum', 's-kid', [idOf('mum'), 'someone.else'])).reply).toMatchObject({
      reason: 'not-your-family',
    })
    expect((await take('mum', 's-kid', [idOf('mum'), child])).reply).toMatchObject({ ok: true, value: { lack: 2 } })
  })

  test('leaving gives the seat to who stands by, who is told once; undone before it came, it never counts', async () => {
    await put(shift('one', 's-leave', { count: 1, startsAt: noon(3) }))
    await serving('leaves')
    await serving('stands')
    const party = intent()
    await take('leaves', 's-leave', undefined, party)
    await take('stands', 's-leave')
    const left = { intent: intent(), shift: 's-leave', party }
    await here.value('leaves', 'shift.leave', left)
    await here.value('leaves', 'shift.leave', left)
    const { parties } = seats(await read('s-leave'), Date.now())
    expect(parties.map(({ member: of, state }) => [of, state])).toEqual([[idOf('stands'), 'seated']])
    expect((await here.read<Member>('members', idOf('leaves')))?.calendar).toEqual([])
    await sweep()
    await sweep()
    expect(inbox('stands').map(({ kind }) => kind)).toEqual(['shift-seated'])

    const late = intent()
    await here.value('leaves', 'shift.leave', { intent: intent(), shift: 's-leave', party: late })
    expect((await take('leaves', 's-leave', undefined, late)).reply).toMatchObject({ reason: 'intent-undone' })
  })

  test('near the beginning a freed seat is offered, kept for a while, and passed on', async () => {
    const startsAt = Date.now() + 6 * hour
    await put(shift('one', 's-offer', { count: 1, standby: 3, startsAt }))
    for (const who of ['offer-1', 'offer-2', 'offer-3']) await serving(who)
    const parties = []
    for (const who of ['offer-1', 'offer-2', 'offer-3']) {
      const party = intent()
      parties.push(party)
      expect((await take(who, 's-offer', undefined, party)).reply).toMatchObject({ ok: true })
    }
    await here.value('offer-1', 'shift.leave', { intent: intent(), shift: 's-offer', party: parties[0] })
    await sweep()
    expect(inbox('offer-2').map(({ kind }) => kind)).toEqual(['shift-offered'])
    const taken = { intent: intent(), shift: 's-offer', party: parties[1] }
    expect(await here.value('offer-2', 'shift.take', taken)).toMatchObject({ party: { state: 'seated' } })
    expect((await here.ask('offer-3', 'shift.take', taken)).reply).toMatchObject({ ok: false })
  })
})

describe('time and rest', () => {
  test('an overlap is refused with what it overlaps with, whether that is a shift or an activity', async () => {
    await serving('busy')
    await put(
      shift('one', 's-a', { startsAt: noon(3) }),
      shift('one', 's-b', { startsAt: noon(3) + hour, name: '茶水' }),
      shift('one', 's-c', { startsAt: noon(4) }),
    )
    const walk = activity('one', 'walk-then', { startsAt: noon(4), title: '散步' })
    await here.put('activities', [walk.activity])
    await here.put('rosters', [walk.roster])
    await take('busy', 's-a')
    // Pages that tidy up what they know of a calendar leave alone what they do not know.
    for (const page of ['activity.mine', 'booking.mine'] as const) await here.value('busy', page)
    expect((await take('busy', 's-b')).reply).toMatchObject({ reason: 'shift-clash', title: '大厅值班 · 接待' })
    const on = { intent: intent(), activity: 'walk-then', people: [idOf('busy')] }
    await here.value('busy', 'activity.signUp', on)
    expect((await take('busy', 's-c')).reply).toMatchObject({ reason: 'shift-clash', title: '散步' })
    const other = activity('one', 'walk-now', { startsAt: noon(3), title: '下棋' })
    await here.put('activities', [other.activity])
    await here.put('rosters', [other.roster])
    const clash = { intent: intent(), activity: 'walk-now', people: [idOf('busy')] }
    expect((await here.ask('busy', 'activity.signUp', clash)).reply).toMatchObject({ reason: 'time-clash' })
  })

  test('no more than a day’s hours, no early shift after a late one; minors less, and only by day', async () => {
    const from = startOfDay(Date.now()) + 10 * day
    const at = (id: string, begins: number, hours: number) =>
      shift('one', id, { startsAt: from + begins * hour, endsAt: from + (begins + hours) * hour })
    await put(at('d-1', 8, 5), at('d-2', 14, 4), at('d-3', 20, 3), at('d-4', 30, 2), at('d-5', 32, 2), at('d-6', 6, 1))
    await serving('eager')
    expect((await take('eager', 'd-1')).reply).toMatchObject({ ok: true })
    expect((await take('eager', 'd-2')).reply).toEqual({
      ok: false,
      reason: 'rest-day',
      whose: 'own',
      most: 8,
      minor: false,
      minutes: 5 * 60,
      next: from + (24 + 14) * hour,
    })
    expect((await take('eager', 'd-3')).reply).toMatchObject({ ok: true })
    expect((await take('eager', 'd-4')).reply).toMatchObject({
      reason: 'rest-night',
      least: 8,
      beside: { startsAt: from + 20 * hour },
      next: from + (24 + 30) * hour,
    })
    expect((await take('eager', 'd-5')).reply).toMatchObject({ ok: true })
    const guardian = { by: 'x', version: '1', at: 1 }
    await serving('teen', {}, { band: '13-17', guardian })
    expect((await take('teen', 'd-1')).reply).toMatchObject({
      reason: 'rest-day',
      most: 4,
      minor: true,
      minutes: 0,
      next: null,
    })
    expect((await take('teen', 'd-6')).reply).toMatchObject({ reason: 'rest-minor-hours' })
    expect((await take('teen', 'd-2')).reply).toMatchObject({ ok: true })
  })
})

describe('handing a seat on', () => {
  /** A shift that is full, the first of whom would go, and others. */
  async function full(key: string, ...others: string[]) {
    await put(shift('one', `s-${key}`, { count: 1, standby: 2, startsAt: noon(5) + (turn += 1) * 60_000 }))
    await serving(`${key}-goes`)
    for (const who of others) await serving(`${key}-${who}`, {}, { name: `${key}-${who}`.slice(0, 12) })
    const party = intent()
    await take(`${key}-goes`, `s-${key}`, undefined, party)
    return { shift: `s-${key}`, party }
  }
  const holders = async (id: string) =>
    seats(await read(id), Date.now()).parties.map(({ member: of, state }) => [of, state])

  test('to somebody by name: they are asked, and take it past the line; nobody loses a turn', async () => {
    const on = await full('by', 'named', 'line')
    await take('by-line', 's-by')
    const swap = intent()
    const offer = { intent: swap, ...on, name: 'by-named' }
    expect(await here.value('by-goes', 'shift.handOn', offer)).toMatchObject({ party: { handingOn: 'named' } })
    await here.value('by-goes', 'shift.handOn', offer)
    expect(inbox('by-named').map(({ kind }) => kind)).toEqual(['shift-swap'])
    const over = { intent: intent(), shift: 's-by', swap }
    expect((await here.ask('by-line', 'shift.takeOver', over)).reply).toMatchObject({ reason: 'swap-not-for-you' })
    const page = await here.value<ShiftPage>('by-named', 'shift.open', { shift: 's-by' })
    expect(page.swap).toBe(swap)
    const mine = { ...over, intent: intent() }
    expect(await here.value<MyShift>('by-named', 'shift.takeOver', mine)).toMatchObject({ party: { state: 'seated' } })
    expect(await here.value<MyShift>('by-named', 'shift.takeOver', mine)).toMatchObject({ party: { state: 'seated' } })
    expect(await holders('s-by')).toEqual([
      [idOf('by-named'), 'seated'],
      [idOf('by-line'), 'waiting'],
    ])
    const { people, room, swaps } = await read('s-by')
    expect([people.length, room, swaps]).toEqual([2, 1, []])
    expect((await here.read<Member>('members', idOf('by-goes')))?.calendar).toEqual([])
    await sweep()
    expect(inbox('by-goes').map(({ kind }) => kind)).toEqual(['shift-swapped'])
    expect(inbox('by-named')).toHaveLength(1)
  })

  test('to whoever comes: with somebody standing by it is theirs at once; else it stays one’s own until it is taken', async () => {
    const on = await full('any', 'line', 'comes')
    const swap = intent()
    await here.value('any-goes', 'shift.handOn', { intent: swap, ...on, name: null })
    expect(await holders('s-any')).toEqual([[idOf('any-goes'), 'seated']])
    const rows = (await here.value<MyWeek>('any-comes', 'shift.week')).rows
    expect(rows.find(({ id }) => id === 's-any')).toMatchObject({
      swap,
      reasons: expect.arrayContaining([{ why: 'swap' }]),
    })
    await here.value('any-goes', 'shift.keepSeat', { intent: intent(), ...on })
    await take('any-line', 's-any')
    expect(await here.value('any-goes', 'shift.handOn', { intent: intent(), ...on, name: null })).toBeNull()
    expect(await holders('s-any')).toEqual([[idOf('any-line'), 'seated']])
  })

  test('nobody learns who there is by guessing names: nobody, no volunteer, and one who does not fit are told alike', async () => {
    const on = await full('guess')
    await here.put('members', [member('one', 'plain-soul', ['resident'])])
    for (const name of ['没这个人', 'plain-soul', 'guess-goes'])
      expect((await here.ask('guess-goes', 'shift.handOn', { intent: intent(), ...on, name })).reply).toEqual({
        ok: false,
        reason: 'swap-nobody',
      })
  })
})

describe('what staff do', () => {
  const planned = (duty: string, when: object, more: object = {}) => ({
    intent: intent(),
    duty,
    title: '大厅值班',
    place: '一楼大厅',
    placeKind: 'centre',
    activity: null,
    team: null,
    when,
    roles: [role({ key: 'a', name: '接待' }), role({ key: 'b', name: '导览', count: 1 })],
    ...more,
  })
  const weekly = { kind: 'weekly', weekdays: [2], from: 9 * 60, to: 12 * 60, firstDay: 0, lastDay: null }
  const shiftsOf = (duty: string) =>
    here
      .dump()
      .filter((line) => line.startsWith('shifts '))
      .map((line) => JSON.parse(line.slice('shifts '.length)) as Shift)
      .filter((each) => each.duty === duty)

  test('a duty every Tuesday has four weeks of shifts, once however often it is planned; the sweep makes no double', async () => {
    const input = planned('tuesdays', weekly)
    const { shifts } = await here.value<{ shifts: number }>('role-social-worker', 'shift.plan', input)
    await here.value('role-social-worker', 'shift.plan', input)
    await sweep()
    expect(shifts).toBe(8)
    expect(shiftsOf('tuesdays')).toHaveLength(8)
    for (const { startsAt } of shiftsOf('tuesdays'))
      expect([new Date(startsAt + 8 * hour).getUTCDay(), new Date(startsAt + 8 * hour).getUTCHours()]).toEqual([2, 9])
    expect((await here.ask('role-social-worker', 'shift.plan', planned('tuesdays', weekly))).reply).toMatchObject({
      reason: 'changed-meanwhile',
    })
  })

  test('ending it cancels what lies ahead; who was on it is told, and has the time back', async () => {
    await serving('ended')
    await here.value('role-social-worker', 'shift.plan', planned('ends', { ...weekly, weekdays: [4] }))
    const [one] = shiftsOf('ends')
    await take('ended', one?._id as string)
    const end = { intent: intent(), duty: 'ends', reason: '大厅装修' }
    await here.value('role-social-worker', 'shift.endDuty', end)
    await here.value('role-social-worker', 'shift.endDuty', end)
    expect(new Set(shiftsOf('ends').map(({ state }) => state))).toEqual(new Set(['cancelled']))
    expect((await here.read<Member>('members', idOf('ended')))?.calendar).toEqual([])
    await sweep()
    expect(inbox('ended')).toMatchObject([{ kind: 'shift-cancelled', reason: '大厅装修' }])
  })

  test('a captain plans for the own team, an operator for the own organisation, and neither reaches further', async () => {
    const team: Team = { _id: 'team-a', centre: 'one', name: '维修队', captain: null, saved: '', createdAt: 1 }
    await here.put('teams', [team])
    await here.put('members', [
      member('one', 'cap', ['volunteer-captain'], { team: 'team-a' }),
      member('one', 'op', ['operator'], { organisation: 'org-a' }),
    ])
    const when = { kind: 'once', startsAt: noon(6), endsAt: noon(6) + hour }
    await here.value('cap', 'shift.plan', planned('cap-duty', when))
    await here.value('op', 'shift.plan', planned('op-duty', when))
    expect(shiftsOf('cap-duty')[0]).toMatchObject({ team: 'team-a', organisation: null })
    expect(shiftsOf('op-duty')[0]).toMatchObject({ team: null, organisation: 'org-a' })
    const other = planned('cap-other', when, { team: 'team-b' })
    expect((await here.ask('cap', 'shift.plan', other)).reply).toMatchObject({ reason: 'no-permission' })
    const board = await here.value<ShiftBoard>('cap', 'shift.board', { from: startOfDay(Date.now()) })
    expect(board.shifts.map(({ duty }) => duty)).toEqual(['cap-duty', 'cap-duty'])
    const foreign = { intent: intent(), shift: shiftsOf('op-duty')[0]?._id, reason: '不办了' }
    expect((await here.ask('cap', 'shift.cancel', foreign)).reply).toMatchObject({ reason: 'no-permission' })
  })

  test('fewer people take nobody off; more let who stands by in', async () => {
    await put(shift('one', 's-count', { count: 1, standby: 2, startsAt: noon(3) }))
    for (const who of ['count-1', 'count-2']) {
      await serving(who)
      await take(who, 's-count')
    }
    const set = (count: number) => ({ intent: intent(), shift: 's-count', count, standby: 2, reason: '人多' })
    await here.value('role-social-worker', 'shift.setCount', set(2))
    await here.value('role-social-worker', 'shift.setCount', set(1))
    expect(seats(await read('s-count'), Date.now()).parties.map(({ state }) => state)).toEqual(['seated', 'seated'])
    expect((await read('s-count')).room).toBe(1)
  })

  test('what begins tomorrow and is short of people is listed with who could be asked, who is asked exactly once', async () => {
    const startsAt = startOfDay(Date.now()) + day + 14 * hour
    await put(shift('one', 's-short', { count: 3, startsAt, skills: ['skill-haircut'] }))
    await serving('barber', { skills: ['skill-haircut'] }, { name: '理发师傅' })
    await serving('barber-busy', { skills: ['skill-haircut'] })
    await put(shift('one', 's-elsewhere', { startsAt, count: 1 }))
    await take('barber-busy', 's-elsewhere')
    const short = await here.value<ShortShift[]>('role-social-worker', 'shift.atRisk')
    const row = short.find(({ shift: { id } }) => id === 's-short')
    expect(row?.could.map(({ name, asked }) => [name, asked])).toEqual([['理发师傅', false]])
    expect(row?.could[0]?.reasons).toContainEqual({ why: 'skill', skill: 'skill-haircut' })
    expect(short.map(({ shift: { id } }) => id)).not.toContain('s-elsewhere')
    const ask = { shift: 's-short', people: [idOf('barber')] }
    await Promise.all([1, 2, 3, 4].map(() => here.ask('role-social-worker', 'shift.ask', ask)))
    expect(inbox('barber').map(({ kind }) => kind)).toEqual(['shift-asked'])
    const after = await here.value<ShortShift[]>('role-social-worker', 'shift.atRisk')
    expect(after.find(({ shift: { id } }) => id === 's-short')?.could[0]?.asked).toBe(true)
  })
})

describe('who may not serve any more', () => {
  test('suspended, they lose the role and what is ahead; who stands by moves up; restored, they may again', async () => {
    await serving('rogue', {}, { name: '某人' })
    await serving('next')
    await put(shift('one', 's-rogue', { count: 1, startsAt: noon(3) }))
    await take('rogue', 's-rogue')
    await take('next', 's-rogue')
    const decide = (step: object) => ({ intent: intent(), volunteer: idOf('rogue'), step })
    const suspend = decide({ kind: 'suspend', reason: '私下收钱' })
    await here.value('role-social-worker', 'volunteer.decide', suspend)
    await here.value('role-social-worker', 'volunteer.decide', suspend)
    const { parties } = seats(await read('s-rogue'), Date.now())
    expect(parties.map(({ member: of, state }) => [of, state])).toEqual([[idOf('next'), 'seated']])
    expect(await here.read<Member>('members', idOf('rogue'))).toMatchObject({ roles: ['resident'], calendar: [] })
    expect((await take('rogue', 's-rogue')).reply).toMatchObject({ reason: 'no-permission' })
    expect((await here.value<MyVolunteering>('rogue', 'volunteer.mine')).volunteer).toMatchObject({
      state: 'suspended',
      reason: '私下收钱',
    })
    await here.value('role-social-worker', 'volunteer.decide', decide({ kind: 'restore', reason: '说清楚了' }))
    await put(shift('one', 's-rogue-2', { startsAt: noon(3) }))
    expect((await take('rogue', 's-rogue-2')).reply).toMatchObject({ ok: true })
  })
})
