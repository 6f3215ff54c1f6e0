import { setTimeout } from 'node:timers/promises'
import type { CodeSheet } from '../../src/domain/attendance'
import { ageBands } from '../../src/domain/age'
import { day, hour, minute } from '../../src/domain/day'
import { never, type Service, silenceAfter } from '../../src/domain/hours'
import type { HoursPage, HoursSums, ServicePage } from '../../src/domain/hours-page'
import type { Balance, LedgerEntry } from '../../src/domain/ledger'
import { rebuilt, sumOf } from '../../src/domain/ledger'
import type { RosterEvent } from '../../src/domain/roster'
import { type Duty, type Shift, shiftOf } from '../../src/domain/shift'
import { type Town, town } from './town'
import { member } from './world'

/**
 * A year of a centre through its own functions: everyone comes and goes by calls, minutes are confirmed, appealed and
 * put right by calls, and time does its part by the sweep. What the shifts and visits were is put there as their own
 * functions leave it. A small year is run with every change; LINLI_YEAR=6000 runs
 * the whole one, with ten times the volunteers.
 */
const many = Number(process.env.LINLI_YEAR ?? 120)
const volunteers = many >= 6000 ? 200 : 20
const weeks = 52

/** Chance that is the same in every run. */
let seed = 20_261_125
function chance(): number {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
  return seed / 4_294_967_296
}
const upTo = (most: number): number => Math.floor(chance() * most)

let here: Town
let turn = 0
const newIntent = () => `intent-year-${(turn += 1)}`
const idOf = (who: string) => member('one', who, ['resident'])._id
const names = Array.from({ length: volunteers }, (_, n) => `giver-${n}`)
const receivers = ['taker-0', 'taker-1', 'taker-2']
const now = () => here.local.clock.now()
const done = { forgotten: 0, appeals: 0, corrections: 0, upheld: 0, silence: 0 }

const all = <Document>(collection: string): Document[] => here.local.store.all(collection) as unknown as Document[]

beforeAll(async () => {
  here = await town()
  for (const collection of ['services', 'ledger', 'balances']) await here.local.store.empty(collection)
  await here.put('members', [
    ...names.map((name) => member('one', name, ['resident', 'volunteer'], { name, team: 'team-a' })),
    ...receivers.map((name) => member('one', name, ['resident'], { name })),
    member('one', 'clerk', ['social-worker'], { name: '小林' }),
  ])
})
afterAll(() => here.stop())

test(`a year, ${many} services of ${volunteers} volunteers: right after every week, and every minute traced to a fact`, async () => {
  for (let week = 0; week < weeks; week += 1) {
    const services = Math.floor((many * (week + 1)) / weeks) - Math.floor((many * week) / weeks)
    const visits = upTo(1 + Math.floor(services / 3))
    await serveShift(week, services - visits)
    await serveVisits(week, visits)
    await decideSome()
    await check()
    here.local.clock.shift(silenceAfter + hour)
    await sweep()
    await check()
    await disagree()
    await check()
    here.local.clock.shift(7 * day - silenceAfter - 4 * hour)
    if (many >= 6000) process.stdout.write(`week ${week + 1}: ${all('services').length} services\n`)
  }
  await sweep()
  await check()
  const services = all<Service>('services')
  expect(services).toHaveLength(many)
  expect(new Set(services.map(({ state }) => state))).toEqual(new Set(['settled']))
  for (const count of Object.values(done)) expect(count).toBeGreaterThan(0)
  const minutes = all<LedgerEntry>('ledger').reduce((sum, { lines }) => sum + lines[0].minutes, 0)
  if (many >= 6000) process.stdout.write(`${JSON.stringify({ services: many, minutes, ...done })}\n`)
  await shownAsKept()
  expect(here.log()).toEqual([])
}, 10_800_000)

/** One shift of the week, with as many people: most scan both ways, some are written down, some forget to go. */
async function serveShift(week: number, count: number): Promise<void> {
  const from = upTo(volunteers)
  const people = names.map((_, n) => names[(n + from) % volunteers] as string).slice(0, count)
  const startsAt = now() + 15 * minute
  const on = `year-${week}`
  const times = { startsAt, endsAt: startsAt + 2 * hour }
  const duty = {
    _id: `duty-${week}`,
    centre: 'one',
    title: ['大厅值班', '长者饭堂', '图书整理'][week % 3],
    place: '大厅',
    placeKind: 'centre',
    activity: null,
    team: week % 2 === 0 ? 'team-a' : null,
    organisation: null,
    createdBy: null,
    when: { kind: 'once', ...times },
    roles: [],
    state: 'open',
    saved: 'x',
    createdAt: 0,
  } as unknown as Duty
  const needs = { skills: [], licensed: false, training: [], withWhom: null, language: null }
  const role = { key: 'desk', name: '值班', count: 200, standby: 0, bands: [...ageBands], ...needs }
  const events = people.map((who, n): RosterEvent => {
    const id = idOf(who)
    return { id: `join-${week}-${n}`, at: n, kind: 'join', member: id, people: [id], first: true }
  })
  const made = shiftOf(duty, role, times, on)
  const shift: Shift = { ...made, people: people.map(idOf), room: made.room - count, events }
  await here.put('shifts', [shift])
  await clock(on, people, 'in')
  here.local.clock.shift((45 + upTo(120)) * minute)
  const gone = people.filter(() => chance() > 0.15)
  done.forgotten += people.length - gone.length
  await clock(on, gone, 'out')
  here.local.clock.shift(5 * hour)
  await sweep()
}

async function clock(on: string, people: string[], way: 'in' | 'out'): Promise<void> {
  const { codes } = await here.value<CodeSheet>('clerk', 'hours.code', { shift: on })
  const code = codes[0]?.text
  const called = way === 'in' ? 'hours.checkIn' : 'hours.checkOut'
  await inGroups(people, (who) =>
    chance() < 0.7
      ? here.value(who, called, { intent: newIntent(), shift: on, code })
      : here.value('clerk', 'hours.attend', { intent: newIntent(), shift: on, person: idOf(who), way }),
  )
}

/** Visits as an order leaves them: begun and ended at the door, waiting for the word of whoever was served. */
async function serveVisits(week: number, count: number): Promise<void> {
  const made = Array.from({ length: count }, (_, n): Service => {
    const person = idOf(names[upTo(volunteers)] as string)
    const [startsAt, endsAt] = [now() - 90 * minute, now() - 30 * minute]
    const about = `year-order-${week}-${n}`
    return {
      _id: `year-visit-${week}-${n}`,
      centre: 'one',
      person,
      source: 'order',
      about,
      title: '上门理发',
      served: idOf(receivers[n % receivers.length] as string),
      team: null,
      startsAt,
      endsAt,
      state: 'awaiting',
      dueAt: endsAt + silenceAfter,
      events: [
        { id: `${about}.started`, at: startsAt + upTo(20) * minute, kind: 'in', by: person, way: 'visit' },
        { id: `${about}.ended`, at: endsAt, kind: 'out', by: person, way: 'visit' },
      ],
    }
  })
  await here.put('services', made)
}

const whoIs = (id: string | null): string => [...names, ...receivers].find((name) => idOf(name) === id) as string

/** Most are confirmed, some with other minutes than the clock's, by staff or by whoever was served; some twice. */
async function decideSome(): Promise<void> {
  const waiting = all<Service>('services').filter(({ state }) => state === 'awaiting')
  await inGroups(waiting, async ({ _id: service, served }) => {
    if (chance() < 0.3) {
      done.silence += 1
      return
    }
    const said = { intent: newIntent(), service, minutes: 30 + upTo(100) }
    const who = served && chance() < 0.7 ? whoIs(served) : 'clerk'
    await here.value(who, 'hours.confirm', said)
    if (chance() < 0.1) await here.value(who, 'hours.confirm', said)
  })
}

/** Some do not agree, and are answered one way or the other; some minutes staff put right of their own accord. */
async function disagree(): Promise<void> {
  const settled = all<Service>('services').filter(({ endsAt }) => endsAt > now() - 20 * day)
  await inGroups(
    settled.filter(() => chance() < 0.08),
    async ({ _id: service, person }) => {
      const { decision: about } = await here.value<ServicePage>('clerk', 'hours.service', { service })
      const words = { service, reason: '当天有记录' }
      const asked = chance() < 0.6
      const appeal = { ...words, intent: newIntent(), about, minutes: 60 + upTo(120) }
      if (asked) await here.value(whoIs(person), 'hours.appeal', appeal)
      if (asked) done.appeals += 1
      if (asked && chance() < 0.4) {
        done.upheld += 1
        await here.value('clerk', 'hours.uphold', { ...words, intent: newIntent(), about: appeal.intent })
        return
      }
      done.corrections += 1
      await here.value('clerk', 'hours.correct', { ...words, intent: newIntent(), about, minutes: upTo(150) })
    },
  )
}

/** The sweep takes on so much at a time; it is fired until nothing is due. */
async function sweep(): Promise<void> {
  const due = () => all<Service>('services').some(({ dueAt, posting }) => posting === true || dueAt <= now())
  for (let times = 0; times < 20 && due(); times += 1) await here.local.fire('settle')
  expect(all<Service>('services').filter(({ dueAt, posting }) => posting === true || dueAt <= now())).toEqual([])
}

/** Compared without a matcher: there are millions of these in the whole year. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
const wrong = (what: string, ...said: unknown[]): never => {
  throw new Error(`${what}: ${JSON.stringify(said)}`)
}

/**
 * The books, against the facts and by none of the functions that wrote them. Looking takes long in a large year:
 * connections that ran out meanwhile are noticed before the next call takes one of them.
 */
async function check(): Promise<void> {
  compare()
  await setTimeout(50)
}

function compare(): void {
  const entries = all<LedgerEntry>('ledger')
  const services = new Map(all<Service>('services').map((service) => [service._id, service]))
  if (sumOf(entries) !== 0) wrong('the ledger does not sum to zero', sumOf(entries))
  for (const { service: of, decision, corrects, lines } of entries) {
    const service = services.get(of)
    const word = service?.events.find(({ id }) => id === decision)
    if (word?.kind !== 'confirm' && word?.kind !== 'correct') throw new Error(`${decision} is no word on ${of}`)
    const before = word.kind === 'correct' ? service?.events.find(({ id }) => id === word.corrects) : undefined
    const minutes = word.minutes - (before && 'minutes' in before ? before.minutes : 0)
    if (corrects !== (word.kind === 'correct' ? `${of}.${word.corrects}` : null)) wrong('corrects', of, corrects)
    const right = [
      { account: `serving:${service?.person}`, minutes },
      { account: `served:${service?.served ?? 'centre'}`, minutes: 0 - minutes },
    ]
    if (!same(lines, right) || lines[0].minutes + lines[1].minutes !== 0) wrong('no fact says so', of, lines, right)
  }
  const words = [...services.values()].flatMap(({ events }) =>
    events.filter(({ kind }) => kind === 'confirm' || kind === 'correct'),
  )
  expect(entries).toHaveLength(words.length)
  const made = rebuilt(entries)
  const kept = all<Balance>('balances')
  expect(kept).toHaveLength(made.size)
  for (const { person, month, serving, served, entries: held } of kept) {
    const right = made.get(`${person} ${month}`)
    const sorted = (ids: string[] = []) => [...ids].sort()
    const [stands, follows] = [
      [serving, served, sorted(held)],
      [right?.serving, right?.served, sorted(right?.entries)],
    ]
    if (!same(stands, follows)) wrong('a balance is not what the ledger makes', person, month, stands, follows)
  }
}

/** What the screens say is what is kept: to each of them their own, and to staff the sums of the months. */
async function shownAsKept(): Promise<void> {
  const entries = all<LedgerEntry>('ledger')
  const given = (account: string) =>
    entries.flatMap(({ lines }) => lines).reduce((sum, line) => sum + (line.account === account ? line.minutes : 0), 0)
  for (const who of [...names.slice(0, 5), ...receivers]) {
    const page = await here.value<HoursPage>(who, 'hours.mine')
    expect([page.serving, -page.served + 0]).toEqual([given(`serving:${idOf(who)}`), given(`served:${idOf(who)}`)])
  }
  let minutes = 0
  for (const month of new Set(entries.map((entry) => entry.month)))
    minutes += (await here.value<HoursSums>('clerk', 'hours.sums', { month })).total.minutes
  expect(minutes).toBe(entries.reduce((sum, { lines }) => sum + lines[0].minutes, 0))
  expect(all<Service>('services').every(({ dueAt }) => dueAt === never)).toBe(true)
}

/** Some at a time, so that they meet. */
async function inGroups<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += 8) await Promise.all(items.slice(from, from + 8).map(work))
}
