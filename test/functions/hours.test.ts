import type { CodeSheet, Pass } from '../../src/domain/attendance'
import { type Service, usualHelp } from '../../src/domain/hours'
import type { Clocked, HoursPage, HoursQueue, HoursSums, ServicePage } from '../../src/domain/hours-page'
import { entriesOf, type Balance, type LedgerEntry, monthOf, rebuilt, sumOf } from '../../src/domain/ledger'
import { type Shift, shiftOf } from '../../src/domain/shift'
import { ageBands } from '../../src/domain/age'
import { startOfDay } from '../../src/domain/day'
import type { NoticeMessage } from '../../src/domain/message'
import type { ShiftBoard } from '../../src/domain/shift-page'
import { type Town, town } from './town'
import { cleared, member } from './world'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

let here: Town
let turn = 0
const newIntent = () => `intent-hours-${(turn += 1)}`
const id = (who: string) => member('one', who, ['resident'])._id
const now = () => here.local.clock.now()

/** A shift that begins in a quarter of an hour and lasts two hours, with these on it. */
async function shift(_id: string, who: string[], more: Partial<Shift> = {}): Promise<string> {
  const startsAt = more.startsAt ?? now() + 15 * minute
  const duty = {
    _id: `duty-${_id}`,
    centre: 'one',
    title: '前台',
    place: '大厅',
    placeKind: 'centre',
    activity: null,
    team: 'team-a',
    organisation: null,
    createdBy: null,
    when: { kind: 'once', startsAt, endsAt: startsAt + 2 * hour },
    roles: [],
    state: 'open',
    saved: 'x',
    createdAt: 0,
  } as const
  const role = {
    key: 'desk',
    name: '值班',
    count: 2,
    standby: 2,
    bands: [...ageBands],
    skills: [],
    licensed: false,
    training: [],
    withWhom: null,
    language: null,
  }
  const made = shiftOf(
    duty as unknown as Parameters<typeof shiftOf>[0],
    role,
    { startsAt, endsAt: startsAt + 2 * hour },
    _id,
  )
  const events = who.map(
    (name, n) =>
      ({ id: `join-${_id}-${n}`, at: n, kind: 'join', member: id(name), people: [id(name)], first: true }) as const,
  )
  await here.put('shifts', [{ ...made, people: who.map(id), room: made.room - who.length, events, ...more }])
  return _id
}

const codes = async (on: string) => (await here.value<CodeSheet>('worker', 'hours.code', { shift: on })).codes
const shown = async (on: string) => (await codes(on))[0]?.text as string
const clock = async (who: string, way: 'checkIn' | 'checkOut', on: string, code?: string, intent = newIntent()) =>
  (await here.ask<Clocked>(who, `hours.${way}`, { intent, shift: on, code: code ?? (await shown(on)) })).reply
const read = async (service: string) => (await here.read<Service>('services', service)) as Service
const all = <Document>(collection: string): Document[] =>
  here
    .dump()
    .filter((line) => line.startsWith(`${collection} `))
    .map((line) => JSON.parse(line.slice(collection.length + 1)) as Document)

/** What is on record of a shift. */
const records = (on: string) => all<Service>('services').filter(({ about }) => about === on)

/** Serves a whole shift, checked in and out, and answers the service's id. */
async function serve(who: string, on: string, minutes = 120): Promise<string> {
  const came = await clock(who, 'checkIn', on)
  if (!came.ok) throw new Error(JSON.stringify(came))
  here.local.clock.shift(15 * minute + minutes * minute)
  const went = await clock(who, 'checkOut', on)
  if (!went.ok) throw new Error(JSON.stringify(went))
  return came.value.service
}

const confirm = (who: string, service: string, minutes: number, intent = newIntent()) =>
  here.ask(who, 'hours.confirm', { intent, service, minutes })

beforeAll(async () => {
  here = await town()
  await here.put(
    'members',
    ['ana', 'bai', 'chen'].map((name) => member('one', name, ['resident', 'volunteer'], { name, team: 'team-a' })),
  )
  await here.put('members', [
    member('one', 'worker', ['social-worker'], { name: '社工小林' }),
    member('one', 'captain', ['volunteer', 'volunteer-captain'], { name: '队长', team: 'team-a' }),
    member('one', 'stranger', ['volunteer', 'volunteer-captain'], { name: '外队', team: 'team-b' }),
    member('one', 'served', ['resident'], { name: '黄姨' }),
    member('one', 'gu', ['resident', 'volunteer'], { ...cleared, name: '老顾' }),
    member('one', 'fei', ['resident'], { name: '飞哥' }),
  ])
})
afterAll(() => here.stop())

describe('a code that is not this shift’s, now, for this person, is refused with its own reason', () => {
  const on = 'codes'
  beforeAll(async () => {
    await shift(on, ['ana', 'bai', 'chen'])
    await shift('codes-other', ['ana'])
  })

  test.each([
    ['forged', async () => `${(await shown(on)).slice(0, -4)}AAAA`, 'code-invalid'],
    ['nonsense', async () => 'hello, let me in', 'code-invalid'],
    ['of another shift', () => shown('codes-other'), 'code-other-activity'],
    ['one that the screen showed long ago', async () => oldCode(), 'code-expired'],
    ['one that will be shown', async () => (await codes(on))[8]?.text as string, 'code-expired'],
    ['a person’s own', async () => (await here.value<Pass>('bai', 'attendance.pass')).text, 'code-other-person'],
    [
      'wrong digits',
      async () => (await codes(on))[0]?.digits.replace(/./g, (d) => String((Number(d) + 5) % 10)) as string,
      'code-invalid',
    ],
  ])('%s', async (_, made, reason) => {
    expect(await clock('ana', 'checkIn', on, await made())).toMatchObject({ ok: false, reason })
    expect(records(on)).toEqual([])
  })

  async function oldCode(): Promise<string> {
    const text = await shown(on)
    here.local.clock.shift(2 * minute)
    return text
  }

  test('who is not on the shift, who only stands by, and who comes too early or too late', async () => {
    expect(await clock('served', 'checkIn', on)).toMatchObject({ ok: false, reason: 'not-in-activity' })
    expect(await clock('chen', 'checkIn', on)).toMatchObject({ ok: false, reason: 'not-seated' })
    const later = await shift('later', ['ana'], { startsAt: now() + 3 * hour })
    expect(await clock('ana', 'checkIn', later)).toMatchObject({ ok: false, reason: 'hours-too-early' })
    const over = await shift('over', ['ana'], { startsAt: now() - 5 * hour })
    expect(await clock('ana', 'checkIn', over)).toMatchObject({ ok: false, reason: 'hours-too-late' })
  })

  test('a code replayed by the same person is no second coming; the same intent again is the same coming', async () => {
    const [text, intent] = [await shown(on), newIntent()]
    const first = await clock('ana', 'checkIn', on, text, intent)
    expect(first.ok).toBe(true)
    expect(await clock('ana', 'checkIn', on, text, intent)).toEqual(first)
    expect(await clock('ana', 'checkIn', on, text)).toMatchObject({ ok: false, reason: 'already-checked-in' })
    expect(records(on)).toHaveLength(1)
  })

  test('digits can be guessed a few times only, whoever guesses at once', async () => {
    const right = (await codes(on))[0]?.digits as string
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0')
    const replies = await Promise.all(Array.from({ length: 20 }, () => clock('bai', 'checkIn', on, wrong)))
    const reasons = replies.map((reply) => (reply.ok ? 'in' : reply.reason))
    expect(reasons.filter((reason) => reason === 'code-invalid').length).toBeLessThanOrEqual(5)
    expect(reasons).not.toContain('in')
  })
})

test('staff write down by name who came and who went, from the board, while the shift is on', async () => {
  const on = await shift('by-name', ['bai', 'worker'], { startsAt: now() + 2 * hour, capacity: 2 })
  const stages = async () => {
    const { shifts } = await here.value<ShiftBoard>('worker', 'shift.board', { from: startOfDay(now()) })
    return shifts.find((each) => each.id === on)?.people.map(({ clock }) => clock?.stage ?? null)
  }
  const write = (way: 'in' | 'out', person = id('bai')) =>
    here.ask('worker', 'hours.attend', { intent: newIntent(), shift: on, person, way })
  expect(await stages()).toEqual([null, null])
  here.local.clock.shift(2 * hour)
  // Nobody is offered to write down themselves.
  expect(await stages()).toEqual(['away', null])
  expect((await write('in')).reply).toMatchObject({ ok: true })
  expect(await stages()).toEqual(['here', null])
  here.local.clock.shift(hour)
  expect((await write('out')).reply).toMatchObject({ ok: true, value: { measured: 60 } })
  expect(await stages()).toEqual(['gone', null])
  expect(records(on)).toHaveLength(1)
})

describe('minutes are what the other side says', () => {
  test('staff’s word settles it, is in the ledger once, and the sum is zero', async () => {
    const service = await serve('ana', await shift('word', ['ana']), 90)
    expect((await confirm('worker', service, 80)).reply.ok).toBe(true)
    const entries = all<LedgerEntry>('ledger').filter((entry) => entry.service === service)
    expect(entries).toHaveLength(1)
    expect(sumOf(entries)).toBe(0)
    const page = await here.value<HoursPage>('ana', 'hours.mine')
    expect(page.serving).toBe(80)
    expect(page.services.find((each) => each.id === service)).toMatchObject({
      measured: 90,
      counted: 80,
      state: 'settled',
    })
  })

  test('fifty who confirm at once, with retries: one word, one entry', async () => {
    const service = await serve('bai', await shift('rush', ['bai']), 60)
    const intents = Array.from({ length: 25 }, newIntent)
    const replies = await Promise.all(
      intents.flatMap((intent, n) => [
        confirm('worker', service, 30 + n, intent),
        confirm('worker', service, 30 + n, intent),
      ]),
    )
    const { events } = await read(service)
    const words = events.filter(({ kind }) => kind === 'confirm')
    expect(words).toHaveLength(1)
    expect(replies.filter(({ reply }) => reply.ok)).toHaveLength(2)
    expect(all<LedgerEntry>('ledger').filter((entry) => entry.service === service)).toHaveLength(1)
  })

  test('silence is a yes after three days, as by the clock; a forgotten way out is closed by the rule and marked', async () => {
    const on = await shift('silent', ['ana'])
    const came = await clock('ana', 'checkIn', on)
    const service = came.ok ? came.value.service : ''
    here.local.clock.shift(15 * minute + 5 * hour)
    await here.local.fire('settle')
    expect(await read(service)).toMatchObject({ state: 'awaiting' })
    await here.local.fire('settle')
    here.local.clock.shift(3 * day + minute)
    for (const _ of [1, 2]) await here.local.fire('settle')
    const page = await here.value<ServicePage>('ana', 'hours.service', { service })
    expect(page).toMatchObject({ state: 'settled', counted: 120, forgotten: true, as: 'own' })
    expect(page.timeline.map(({ kind }) => kind)).toEqual(['in', 'close', 'confirm'])
    expect(all<LedgerEntry>('ledger').filter((entry) => entry.service === service)).toHaveLength(1)
  })

  test('an appeal is answered: corrected by a new entry that names the old, or stood by', async () => {
    const service = await serve('ana', await shift('appeal', ['ana']), 100)
    await confirm('captain', service, 40)
    const { decision } = await here.value<ServicePage>('ana', 'hours.service', { service })
    const appeal = { service, about: decision, minutes: 100, reason: '我一直在，只是没签' }
    const at = newIntent()
    expect((await here.ask('ana', 'hours.appeal', { intent: at, ...appeal })).reply.ok).toBe(true)
    expect((await here.ask('ana', 'hours.appeal', { intent: newIntent(), ...appeal })).reply).toMatchObject({
      reason: 'hours-appealed',
    })
    const queue = await here.value<HoursQueue>('worker', 'hours.queue')
    expect(queue.appealed.find((each) => each.id === service)).toMatchObject({ name: 'ana', counted: 40 })
    const fixed = { intent: newIntent(), service, about: decision, minutes: 95, reason: '问过前台，属实' }
    for (const _ of [1, 2]) expect((await here.ask('worker', 'hours.correct', fixed)).reply.ok).toBe(true)
    const entries = all<LedgerEntry>('ledger').filter((entry) => entry.service === service)
    expect(entries.map(({ lines, corrects }) => [lines[0].minutes, corrects])).toEqual([
      [40, null],
      [55, `${service}.${decision}`],
    ])
    // What was decided before stands in the log as it was.
    expect((await read(service)).events.map(({ kind }) => kind)).toEqual(['in', 'out', 'confirm', 'appeal', 'correct'])
  })
})

describe('hours cannot be raised by any call that a volunteer can make', () => {
  test('not by one’s own word, nor as captain of one’s own team, nor by the clock, nor for a friend', async () => {
    const service = await serve('captain', await shift('own', ['captain', 'ana']), 600)
    expect((await read(service)).events).toHaveLength(2)
    const { measured, decision } = await here.value<ServicePage>('captain', 'hours.service', { service })
    expect(measured).toBe(120)
    const bad = { service, minutes: 900 }
    const why = { about: decision ?? 'x-decision', reason: '多算一点' }
    const tries: [string, `${string}.${string}`, object, string][] = [
      ['captain', 'hours.confirm', bad, 'hours-own'],
      ['captain', 'hours.correct', { ...bad, ...why }, 'hours-own'],
      ['captain', 'hours.uphold', { service, ...why }, 'hours-own'],
      ['captain', 'hours.attend', { shift: 'own', person: id('captain'), way: 'in' }, 'hours-own'],
      ['captain', 'hours.appeal', { ...bad, ...why }, 'hours-undecided'],
      ['captain', 'hours.checkOut', { shift: 'own', code: await shown('own') }, 'hours-gone'],
      ['ana', 'hours.confirm', bad, 'no-permission'],
      ['ana', 'hours.correct', { ...bad, ...why }, 'no-permission'],
      ['stranger', 'hours.confirm', bad, 'no-permission'],
      ['ana', 'hours.attend', { shift: 'own', person: id('captain'), way: 'in' }, 'no-permission'],
      ['ana', 'hours.code', { shift: 'own' }, 'no-permission'],
      ['ana', 'hours.service', { service }, 'not-found'],
    ]
    for (const [who, called, input, reason] of tries) {
      const intent = called === 'hours.service' || called === 'hours.code' ? {} : { intent: newIntent() }
      expect([called, who, (await here.ask(who, called, { ...input, ...intent })).reply]).toMatchObject([
        called,
        who,
        { ok: false, reason },
      ])
    }
    expect((await read(service)).events).toHaveLength(2)
  })

  test('not by a long slot: what only who served says of a visit counts by silence no more than the item takes', async () => {
    const asked = { person: id('served'), item: 'elder-errand', words: null, wants: null, building: 'b-1', room: '302' }
    const placed = { intent: newIntent(), ...asked, weekly: false, urgent: 'none' }
    const { order } = await here.value<{ order: string }>('served', 'order.place', placed)
    const does = (who: string, deed: string, more: object = {}) =>
      here.value<unknown>(who, `order.${deed}`, { intent: newIntent(), order, ...more })
    await does('worker', 'putUp', { words: false })
    await does('gu', 'take')
    const startsAt = startOfDay(now()) + day + 9 * hour
    await does('gu', 'schedule', { slot: { startsAt, endsAt: startsAt + 8 * hour }, reason: null })
    here.local.clock.shift(startsAt - now())
    await does('gu', 'start')
    here.local.clock.shift(8 * hour)
    await does('gu', 'end')
    await here.local.fire('chase')
    const { services } = await here.value<HoursPage>('gu', 'hours.mine')
    expect(services[0]).toMatchObject({ state: 'awaiting', measured: 479, silent: 45 })
    here.local.clock.shift(3 * day + minute)
    await here.local.fire('chase')
    await here.local.fire('settle')
    expect((await here.value<HoursPage>('gu', 'hours.mine')).serving).toBe(45)
  })

  test('not by saying it was four hours: neighbours’ help counts by silence no more than is usual', async () => {
    const said = { concept: null, when: null, shown: 'name' }
    const tap = { ...said, where: null, band: null, text: '厨房水龙头一直滴水', quiet: false }
    const { id: need } = await here.value<{ id: string }>('served', 'need.post', { intent: newIntent(), ...tap })
    const pass = { pass: true, reason: '没问题' }
    await here.value('worker', 'need.decide', { intent: newIntent(), need, ...pass })
    const mend = { ...said, places: null, text: '我会修水龙头，上门换，不收钱', bands: [], capacity: 1 }
    const { id: offer } = await here.value<{ id: string }>('fei', 'offer.post', { intent: newIntent(), ...mend })
    await here.value('worker', 'offer.decide', { intent: newIntent(), offer, ...pass, holds: [] })
    const pair = { intent: newIntent(), shares: false, need, offer }
    const { id: introduction } = await here.value<{ id: string }>('served', 'introduction.ask', pair)
    await here.value('fei', 'introduction.agree', { intent: newIntent(), introduction, shares: false })
    here.local.clock.shift(5 * hour)
    // From here on nobody but the helper says anything.
    await here.value('fei', 'introduction.step', { intent: newIntent(), introduction, to: 'done' })
    await here.value('fei', 'introduction.gave', { intent: newIntent(), introduction, minutes: 240 })
    await here.local.fire('promises')
    here.local.clock.shift(3 * day + minute)
    await here.local.fire('settle')
    const { serving, services } = await here.value<HoursPage>('fei', 'hours.mine')
    expect({ serving, measured: services[0]?.measured }).toEqual({ serving: usualHelp, measured: 240 })
    // More than that is anyone's word but theirs.
    const fix = { service: services[0]?.id, about: services[0]?.decision, minutes: 240, reason: '问过邻居，属实' }
    const own = (await here.ask('fei', 'hours.correct', { intent: newIntent(), ...fix })).reply
    expect(own).toMatchObject({ ok: false })
    await here.value('worker', 'hours.correct', { intent: newIntent(), ...fix })
    expect((await here.value<HoursPage>('fei', 'hours.mine')).serving).toBe(240)
  })

  test('an appeal changes nothing by itself', async () => {
    const service = await serve('ana', await shift('only-asked', ['ana']), 60)
    await confirm('worker', service, 30)
    const before = (await here.value<HoursPage>('ana', 'hours.mine')).serving
    const { decision } = await here.value<ServicePage>('ana', 'hours.service', { service })
    await here.ask('ana', 'hours.appeal', {
      intent: newIntent(),
      service,
      about: decision,
      minutes: 900,
      reason: '不止这些',
    })
    expect((await here.value<HoursPage>('ana', 'hours.mine')).serving).toBe(before)
  })
})

test('killed between any two of its requests, a decision is in the ledger and the balance once after the sweep', async () => {
  for (let at = 1; at <= 8; at += 1) {
    const service = await serve('chen', await shift(`killed-${at}`, ['chen']), 30)
    const intent = newIntent()
    here.local.faults.add({ do: 'kill', when: { function: 'hours', nth: at } })
    await confirm('worker', service, 25, intent).catch(() => undefined)
    here.local.faults.clear()
    await confirm('worker', service, 25, intent)
    await here.local.fire('settle')
    expect(all<LedgerEntry>('ledger').filter((entry) => entry.service === service)).toHaveLength(1)
  }
  const month = monthOf(now())
  const kept = all<Balance>('balances').filter(({ person }) => person === id('chen'))
  const made = rebuilt(all<LedgerEntry>('ledger'))
  for (const { person, month: of, serving, served } of kept)
    expect([of, serving, served]).toEqual([
      of,
      made.get(`${person} ${of}`)?.serving,
      made.get(`${person} ${of}`)?.served,
    ])
  expect(month).toMatch(/^20\d\d-\d\d$/)
})

describe('a milestone is told once', () => {
  const told = () =>
    all<NoticeMessage>('messages').filter(({ to, kind }) => kind === 'hours-milestone' && to === id('dora'))
  beforeAll(() => here.put('members', [member('one', 'dora', ['resident', 'volunteer'], { name: '朵拉' })]))

  test('not before it is reached, then once, however many services are posted at once', async () => {
    const services: string[] = []
    for (let n = 0; n < 4; n += 1) {
      const on = await shift(`many-${n}`, ['dora'], { endsAt: now() + 10 * hour })
      const came = await here.ask<Clocked>('worker', 'hours.attend', {
        intent: newIntent(),
        shift: on,
        person: id('dora'),
        way: 'in',
      })
      if (!came.reply.ok) throw new Error(JSON.stringify(came.reply))
      services.push(came.reply.value.service)
    }
    here.local.clock.shift(hour)
    for (let n = 0; n < 4; n += 1)
      await here.value('worker', 'hours.attend', {
        intent: newIntent(),
        shift: `many-${n}`,
        person: id('dora'),
        way: 'out',
      })
    const [first, ...others] = services as [string, string, string, string]
    await confirm('worker', first, 50)
    expect(told()).toEqual([])
    await Promise.all(others.map((service) => confirm('worker', service, 190)))
    // Fifty minutes and three times a hundred and ninety: one may see two milestones pass, the last is ten hours.
    expect(told().map(({ minutes }) => minutes)).toContain(600)
    expect(new Set(told().map(({ minutes }) => minutes)).size).toBe(told().length)
  })

  test('not again after a correction took it away and gave it back', async () => {
    const before = told().length
    const last = all<Service>('services').find(({ about }) => about === 'many-3') as Service
    for (const minutes of [10, 190]) {
      const { decision: about } = await here.value<ServicePage>('worker', 'hours.service', { service: last._id })
      const fix = { intent: newIntent(), service: last._id, about, minutes, reason: '核对过' }
      expect((await here.ask('worker', 'hours.correct', fix)).reply).toMatchObject({ ok: true })
    }
    expect(told()).toHaveLength(before)
  })
})

test('an appeal that comes before a decision is in the ledger keeps nothing from it', async () => {
  const service = await serve('chen', await shift('cut-appeal', ['chen']), 30)
  const word = { id: newIntent(), at: now(), kind: 'confirm', by: id('worker'), side: 'staff', minutes: 20 } as const
  const { events, _id, ...rest } = await read(service)
  // As a call leaves it that is cut short between its word and the ledger.
  const cut = { ...rest, _id: 'cut-short', about: 'cut-short', state: 'settled', posting: true } as const
  await here.put('services', [{ ...cut, events: [...events, word] } as Service])
  const appeal = { intent: newIntent(), service: 'cut-short', about: word.id, minutes: 30, reason: '不止这些' }
  expect((await here.ask('chen', 'hours.appeal', appeal)).reply).toMatchObject({ ok: true })
  await here.local.fire('settle')
  expect(all<LedgerEntry>('ledger').filter((entry) => entry.service === 'cut-short')).toHaveLength(1)
  expect(await read('cut-short')).toMatchObject({ state: 'appealed', posting: false })
})

test('what is kept is what the facts make: every entry, every balance, the sums of a month', async () => {
  const services = all<Service>('services')
  const entries = all<LedgerEntry>('ledger')
  const byId = (one: LedgerEntry, other: LedgerEntry) => (one._id < other._id ? -1 : 1)
  expect([...entries].sort(byId)).toEqual(services.flatMap(entriesOf).sort(byId))
  expect(sumOf(entries)).toBe(0)
  const made = rebuilt(entries)
  const balances = all<Balance>('balances')
  expect(balances).toHaveLength(made.size)
  for (const { person, month, serving, served, entries: held } of balances) {
    const right = made.get(`${person} ${month}`)
    expect({ serving, served, held: [...held].sort() }).toEqual({
      serving: right?.serving,
      served: right?.served,
      held: [...(right?.entries ?? [])].sort(),
    })
  }
  const month = entries[0]?.month as string
  const sums = await here.value<HoursSums>('worker', 'hours.sums', { month })
  const given = entries.filter((entry) => entry.month === month).reduce((sum, { lines }) => sum + lines[0].minutes, 0)
  expect(sums.total.minutes).toBe(given)
  const forTeams = entries.filter((entry) => entry.month === month && entry.team !== null)
  expect(sums.teams.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(
    forTeams.reduce((sum, { lines }) => sum + lines[0].minutes, 0),
  )
})

test('who deletes their account is in no log and no account any more, and every sum stays what it was', async () => {
  const total = all<LedgerEntry>('ledger').reduce((sum, { lines }) => sum + lines[0].minutes, 0)
  for (const who of ['ana', 'captain']) await here.value(who, 'member.erase', { confirm: '注销' })
  const left = here.dump().filter((line) => /^(services|ledger|balances) /.test(line))
  for (const hidden of [id('ana'), id('captain'), '我一直在，只是没签']) expect(left.join('\n')).not.toContain(hidden)
  const entries = all<LedgerEntry>('ledger')
  expect(sumOf(entries)).toBe(0)
  expect(entries.reduce((sum, { lines }) => sum + lines[0].minutes, 0)).toBe(total)
})
