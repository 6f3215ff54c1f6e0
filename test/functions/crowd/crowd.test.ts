import type { Roster } from '../../../src/domain/roster'
import { seats } from '../../../src/domain/seats'
import { activity, centre, kid, member } from '../world'
import { type Stage, openStage } from '../stage'
import { Observer } from './observer'
import { ask, leave, newIntent, signUp } from './people'

const at = 'crowd'
const place = { centre: at, activity: 'hall' }

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
}, 60_000)

afterAll(() => stage.close())

/** A fresh hall with so many people who may come, each with a family of three. */
async function hall(people: number, capacity: number, waitCapacity: number): Promise<string[]> {
  const names = Array.from({ length: people }, (_, n) => `p${n}`)
  const { activity: about, roster } = activity(at, 'hall', { capacity, waitCapacity })
  await stage.reset({
    centres: [centre(at)],
    members: [
      member(at, 'staff', ['social-worker']),
      ...names.map((who) =>
        member(at, who, ['resident', 'family-proxy'], { family: ['a', 'b', 'c'].map((key) => kid(at, who, key)) }),
      ),
    ],
    activities: [about],
    rosters: [roster],
  })
  // What the door read of the list is stale by the time it is used: the atomic step alone can be right.
  stage.faults.add({ when: { collection: 'centres' }, do: 'delay' })
  return names
}

const self = (who: string) => member(at, who, ['resident'])._id
const party = (who: string, size: number) =>
  [self(who), `${self(who)}.a`, `${self(who)}.b`, `${self(who)}.c`].slice(0, size)
const theRoster = () => stage.one<Roster>('rosters', 'hall')

/** Everyone signs up: a few at first, then all the rest at the same moment. */
async function allAtOnce(names: string[], observer: Observer): Promise<void> {
  for (const who of names.slice(0, 10)) await signUp(stage.url, observer, place, who, [self(who)])
  await Promise.all(names.slice(10).map((who) => signUp(stage.url, observer, place, who, [self(who)])))
}

test('1,000 people at once on 30 seats and 50 places: 30 seated, 50 waiting, 920 told it is full', async () => {
  const names = await hall(1000, 30, 50)
  const observer = new Observer()
  await allAtOnce(names, observer)
  expect([observer.count('seated'), observer.count('waiting'), observer.count('waitlist-full')]).toEqual([30, 50, 920])
  expect(observer.complaints(await theRoster(), Date.now())).toEqual([])
}, 300_000)

test('the same with every tenth reply lost and asked again under the same intent', async () => {
  const names = await hall(1000, 30, 50)
  const observer = new Observer()
  const lost = stage.faults.add({ when: { action: 'invoke', procedure: 'signUp', every: 10 }, do: 'lost-reply' })
  const lostInside = stage.faults.add({ when: { collection: 'rosters', every: 10 }, do: 'timeout-after' })
  await allAtOnce(names, observer)
  expect(lost()).toBeGreaterThan(90)
  expect(lostInside()).toBeGreaterThan(50)
  expect([observer.count('seated'), observer.count('waiting'), observer.count('waitlist-full')]).toEqual([30, 50, 920])
  expect(observer.complaints(await theRoster(), Date.now())).toEqual([])
}, 300_000)

test('with parties, 300 leaving and coming again, capacity raised and cut: no seat taken away, no hole', async () => {
  const names = await hall(1000, 60, 80)
  const observer = new Observer()
  const lost = stage.faults.add({ when: { action: 'invoke', every: 10 }, do: 'lost-reply' })
  const staff = changeCapacity([90, 40, 75, 30, 60])
  await Promise.all(
    names.map(async (who, n) => {
      const size = 1 + (n % 4)
      const first = await signUp(stage.url, observer, place, who, party(who, size))
      if (n >= 300) return
      if (first.on) await leave(stage.url, observer, place, who, first.intent)
      await pause()
      await signUp(stage.url, observer, place, who, party(who, 1 + (n % 3)))
    }),
  )
  await staff
  expect(lost()).toBeGreaterThan(50)
  const roster = await theRoster()
  expect(observer.complaints(roster, Date.now())).toEqual([])
  expect(seats(roster, Date.now()).parties.length).toBeGreaterThan(10)
}, 300_000)

test('with the filter’s conditions taken out, the same crowd ends wrong', async () => {
  const names = await hall(1000, 30, 50)
  const observer = new Observer()
  stage.faults.add({ when: { collection: 'rosters', action: 'database.modifyAndReturnDoc' }, do: 'strip' })
  await allAtOnce(names, observer)
  expect([observer.count('seated'), observer.count('waiting'), observer.count('waitlist-full')]).not.toEqual([
    30, 50, 920,
  ])
  expect(observer.complaints(await theRoster(), Date.now())).not.toEqual([])
}, 300_000)

test('one person signing up for two overlapping activities at once, 60 times: exactly one of each pair stands', async () => {
  const names = Array.from({ length: 60 }, (_, n) => `p${n}`)
  const pairs = ['left', 'right'].map((id) => activity(at, id, { capacity: 100 }))
  await stage.reset({
    centres: [centre(at)],
    members: names.map((who) => member(at, who, ['resident'])),
    activities: pairs.map((each) => each.activity),
    rosters: pairs.map((each) => each.roster),
  })
  const observers = { left: new Observer(), right: new Observer() }
  const sides = ['left', 'right'] as const
  const both = await Promise.all(
    names.map((who) =>
      Promise.all(
        sides.map((side) => signUp(stage.url, observers[side], { centre: at, activity: side }, who, [self(who)])),
      ),
    ),
  )
  for (const pair of both) expect(pair.filter((each) => each.on)).toHaveLength(1)
  for (const side of sides) {
    const roster = await stage.one<Roster>('rosters', side)
    expect(observers[side].complaints(roster, Date.now())).toEqual([])
  }
}, 120_000)

const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 200))

async function changeCapacity(steps: number[]): Promise<void> {
  for (const capacity of steps) {
    await new Promise((resolve) => setTimeout(resolve, 400))
    const input = { intent: newIntent(), activity: 'hall', capacity, waitCapacity: 80, reason: '换了房间' }
    const reply = await ask(stage.url, 'staff', 'activity', { procedure: 'setCapacity', centre: at, input })
    if (!reply.ok) throw new Error(`capacity: ${reply.reason}`)
  }
}
