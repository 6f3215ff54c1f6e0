import type { Service, ServiceEvent } from '../../src/domain/hours'
import { serviceOf } from '../../src/domain/hours-log'
import {
  type LedgerEntry,
  creditOf,
  entriesOf,
  monthOf,
  pointsOf,
  rebuilt,
  sharesOf,
  sumOf,
} from '../../src/domain/ledger'

const hour = 3_600_000
const day = 24 * hour
const newYear = Date.parse('2026-01-01T00:00+08:00')

/** Mulberry32 (Tommy Ettinger): the same numbers every time. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One service of a year, with whatever may become of it: forgotten, appealed, put right, more than once. */
function lived(n: number, next: () => number): Service {
  const whole = (most: number) => Math.floor(next() * most)
  const startsAt = newYear + whole(365) * day + 9 * hour
  const endsAt = startsAt + (1 + whole(4)) * hour
  const events: ServiceEvent[] = [{ id: `${n}-in`, at: startsAt, kind: 'in', by: 'v', way: 'code' }]
  if (next() < 0.15) events.push({ id: `${n}-close`, at: endsAt + 2 * hour, kind: 'close' })
  else events.push({ id: `${n}-out`, at: endsAt - whole(60) * 60_000, kind: 'out', by: 'v', way: 'code' })
  if (next() < 0.95)
    events.push({ id: `${n}-word`, at: endsAt + day, kind: 'confirm', by: 's', side: 'staff', minutes: whole(300) })
  let standing = `${n}-word`
  for (let turn = 0; next() < 0.3; turn += 1) {
    const [about, at, reason] = [standing, endsAt + (2 + turn) * day, '核对']
    if (next() < 0.5) events.push({ id: `${n}-a${turn}`, at, kind: 'appeal', by: 'v', about, minutes: 60, reason })
    if (next() < 0.3) events.push({ id: `${n}-u${turn}`, at, kind: 'uphold', by: 's', appeal: `${n}-a${turn}`, reason })
    else {
      // Now and then someone corrects what was put right already.
      const corrects = next() < 0.1 ? `${n}-word` : about
      events.push({ id: `${n}-c${turn}`, at, kind: 'correct', by: 's', corrects, minutes: whole(300), reason })
      if (corrects === about) standing = `${n}-c${turn}`
    }
  }
  return {
    _id: `s-${n}`,
    centre: 'one',
    person: `v-${whole(200)}`,
    source: 'shift',
    about: `shift-${whole(900)}`,
    title: '前台',
    served: next() < 0.5 ? `r-${whole(60)}` : null,
    team: `team-${whole(3)}`,
    startsAt,
    endsAt,
    state: 'settled',
    dueAt: 0,
    events,
  }
}

describe('a year of a centre: 200 volunteers, 6,000 services, forgotten, appealed and put right at random', () => {
  const next = chance(20_261_125)
  const services = Array.from({ length: 6000 }, (_, n) => lived(n, next))
  const entries = services.flatMap(entriesOf)

  test('the ledger sums to zero after every single entry', () => {
    let sum = 0
    for (const entry of entries) {
      sum += sumOf([entry])
      if (sum !== 0) throw new Error(`not zero after ${entry._id}`)
    }
    expect(entries.length).toBeGreaterThan(6000)
  })

  test('each person’s minutes are those that the services count, and none is below zero', () => {
    const given = new Map<string, number>()
    for (const service of services)
      given.set(service.person, (given.get(service.person) ?? 0) + serviceOf(service).counted)
    const kept = new Map<string, number>()
    for (const [key, { serving, served }] of rebuilt(entries)) {
      const person = key.split(' ')[0] as string
      kept.set(person, (kept.get(person) ?? 0) + serving)
      expect(serving).toBeGreaterThanOrEqual(0)
      expect(served).toBeGreaterThanOrEqual(0)
    }
    for (const [person, minutes] of given) expect([person, kept.get(person) ?? 0]).toEqual([person, minutes])
  })

  test('every minute is traced to the fact that made it, and every correction to what it puts right', () => {
    const known = new Map(services.map((service) => [service._id, service]))
    const ids = new Set(entries.map(({ _id }) => _id))
    expect(ids.size).toBe(entries.length)
    for (const { service, decision, corrects } of entries) {
      expect(known.get(service)?.events.some(({ id }) => id === decision)).toBe(true)
      if (corrects !== null) expect(ids.has(corrects)).toBe(true)
    }
  })

  test('a ledger from which one line is missing is found out', () => {
    const broken = entries.map((entry, n) => (n === 17 ? { ...entry, lines: [entry.lines[0]] } : entry))
    expect(sumOf(broken as unknown as LedgerEntry[])).not.toBe(0)
  })
})

test('what the centre itself received is in the ledger and in nobody’s balance', () => {
  const service = { ...lived(1, chance(7)), served: null }
  for (const entry of entriesOf(service)) {
    expect(entry.lines[1].account).toBe('served:centre')
    expect(sharesOf(entry).map(({ person }) => person)).toEqual([service.person])
  }
})

test('a month is the centre’s, not that of Greenwich', () => {
  expect(monthOf(Date.parse('2026-11-30T16:30Z'))).toBe('2026-12')
  expect(monthOf(Date.parse('2026-11-30T15:30Z'))).toBe('2026-11')
})

test('credits and points exist only where a centre wants them; a limit flags and bars nothing', () => {
  expect(creditOf({}, 600, 60)).toBeNull()
  expect(pointsOf({}, 600)).toBeNull()
  const settings = { credits: { lowest: -120, highest: 300 }, pointsPerHour: 2 }
  expect(creditOf(settings, 600, 60)).toEqual({ minutes: 540, flag: 'high' })
  expect(creditOf(settings, 0, 121)).toEqual({ minutes: -121, flag: 'low' })
  expect(creditOf(settings, 100, 50)).toEqual({ minutes: 50, flag: null })
  expect(pointsOf(settings, 89)).toBe(2)
})
