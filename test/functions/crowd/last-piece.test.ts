import { slotDayId } from '../../../cloudfunctions/booking/slot-day'
import { seatingOf, type SlotDay, takerOf } from '../../../src/domain/booking'
import { day, startOfDay } from '../../../src/domain/day'
import { lendingOf, openStates } from '../../../src/domain/loan'
import type { Thing } from '../../../src/domain/thing'
import { openStage, type Stage } from '../stage'
import { centre, member } from '../world'
import { service, thing, timetable } from '../world-lending'
import { ask, newIntent } from './people'

const at = 'crowd'
const names = Array.from({ length: 200 }, (_, n) => `p${n}`)
const id = (who: string) => member(at, who, [])._id
const tomorrow = startOfDay(Date.now()) + day

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage.close())

/** Two hundred neighbours, one wheelchair, a room by the hour, and a barber for three. */
async function anew(): Promise<void> {
  await stage.reset({
    centres: [centre(at)],
    members: [member(at, 'worker', ['social-worker']), ...names.map((who) => member(at, who, ['resident']))],
    things: [thing(at, 'chair', { stock: 1, waitCapacity: 0 }), thing(at, 'ball', { stock: 3, waitCapacity: 10 })],
    timetables: [timetable(at, 'room'), service(at, 'cut', { capacity: 3, waitCapacity: 0 })],
  })
  // What the door read is stale by the time it is used: the atomic step alone can be right.
  stage.faults.add({ when: { collection: 'centres' }, do: 'delay' })
}

type Told = { ok: true; value: { state: string } } | { ok: false; reason: string }
const count = (told: Told[]) => {
  const counted: Record<string, number> = {}
  for (const each of told) {
    const what = each.ok ? each.value.state : each.reason
    counted[what] = (counted[what] ?? 0) + 1
  }
  return counted
}
const asks = (who: string, noun: string, procedure: string, input: object) =>
  ask<{ state: string }>(stage.url, who, noun, { procedure, centre: at, input }) as Promise<Told>

const borrowAll = (on: string) =>
  Promise.all(names.map((who) => asks(who, 'loan', 'borrow', { intent: newIntent(), thing: on, person: id(who) })))
const bookAll = (on: string, slotsOf: (n: number) => number[]) =>
  Promise.all(
    names.map((who, n) =>
      asks(who, 'booking', 'book', {
        intent: newIntent(),
        timetable: on,
        day: tomorrow,
        slots: slotsOf(n),
        person: id(who),
        people: 1,
        purpose: '排练',
      }),
    ),
  )

const standing = (of: Thing) => lendingOf(of, Date.now()).loans.filter(({ state }) => openStates.includes(state))

test('200 ask for the last wheelchair at once, some replies lost: exactly one is kept it, 199 are told at once', async () => {
  await anew()
  const lost = stage.faults.add({ when: { action: 'invoke', procedure: 'borrow', every: 10 }, do: 'lost-reply' })
  const inside = stage.faults.add({ when: { collection: 'things', every: 10 }, do: 'timeout-after' })
  expect(count(await borrowAll('chair'))).toEqual({ kept: 1, 'loan-none': 199 })
  expect(lost() + inside()).toBeGreaterThan(20)
  const chair = await stage.one<Thing>('things', 'chair')
  expect(standing(chair).map(({ state }) => state)).toEqual(['kept'])
  expect([chair.left, chair.people.length]).toEqual([0, 1])
}, 120_000)

test('of three balls and ten places in the line thirteen have something, in the order of the log', async () => {
  await anew()
  expect(count(await borrowAll('ball'))).toEqual({ kept: 3, waiting: 10, 'loan-none': 187 })
  const ball = await stage.one<Thing>('things', 'ball')
  expect(standing(ball).map(({ state }) => state)).toEqual([...Array(3).fill('kept'), ...Array(10).fill('waiting')])
  expect(new Set(ball.people).size).toBe(13)
}, 120_000)

test('control: with the filter’s conditions taken out the last wheelchair is promised to more than one', async () => {
  await anew()
  stage.faults.add({ when: { collection: 'things', action: 'database.modifyAndReturnDoc' }, do: 'strip' })
  const told = count(await borrowAll('chair'))
  const chair = await stage.one<Thing>('things', 'chair')
  expect([told.kept, told['loan-none'], chair.people.length]).not.toEqual([1, 199, 1])
}, 120_000)

/** Twelve kinds of things, of each enough: only the member's own limit can refuse. */
const kinds = Array.from({ length: 12 }, (_, n) => `kind-${n}`)
const limits = async () => {
  await stage.reset({
    centres: [centre(at)],
    members: names.slice(0, 5).map((who) => member(at, who, ['resident'])),
    things: kinds.map((of) => thing(at, of, { stock: 9 })),
  })
  stage.faults.add({ when: { collection: 'centres' }, do: 'delay' })
}
const borrowEach = (who: string) =>
  Promise.all(kinds.map((on) => asks(who, 'loan', 'borrow', { intent: newIntent(), thing: on, person: id(who) })))
const held = async (who: string) =>
  (await Promise.all(kinds.map((on) => stage.one<Thing>('things', on)))).filter(({ people }) =>
    people.includes(id(who)),
  )

test('one member asks for twelve kinds of things at once, five members do: each has four, and is told so', async () => {
  await limits()
  stage.faults.add({
    when: { collection: 'members', action: 'database.modifyAndReturnDoc', every: 7 },
    do: 'timeout-after',
  })
  const told = await Promise.all(names.slice(0, 5).map(borrowEach))
  expect(told.map(count)).toEqual(Array.from({ length: 5 }, () => ({ kept: 4, 'loan-limit': 8 })))
  for (const who of names.slice(0, 5)) expect(await held(who)).toHaveLength(4)
}, 120_000)

test('control: without the conditions of the member’s step one gets more than the limit', async () => {
  await limits()
  stage.faults.add({ when: { collection: 'members', action: 'database.modifyAndReturnDoc' }, do: 'strip' })
  await borrowEach('p0')
  expect((await held('p0')).length).toBeGreaterThan(4)
}, 120_000)

test('200 book the last slot at once, the first of the day too: exactly one has it', async () => {
  await anew()
  stage.faults.add({ when: { collection: 'slotDays', every: 10 }, do: 'timeout-after' })
  expect(count(await bookAll('room', () => [540]))).toEqual({ booked: 1, 'slot-full': 199 })
  const found = await stage.one<SlotDay>('slotDays', slotDayId(at, 'room', tomorrow))
  expect(seatingOf(found, 540, Date.now())).toMatchObject({ free: 0, waiting: 0 })
  expect(found.takers).toHaveLength(1)
}, 120_000)

test('a barber for three: three of 200, each slot by itself', async () => {
  await anew()
  const told = count(await bookAll('cut', (n) => [n % 2 === 0 ? 540 : 570]))
  expect(told).toEqual({ booked: 6, 'slot-full': 194 })
}, 120_000)

test('overlapping stretches of a room, all at once: no slot is held twice, and nobody has half of what they asked for', async () => {
  await anew()
  const asked = (n: number) => [0, 1, 2].slice(0, 1 + (n % 3)).map((slot) => 540 + 60 * ((n % 4) + slot))
  const told = await bookAll('room', asked)
  const found = await stage.one<SlotDay>('slotDays', slotDayId(at, 'room', tomorrow))
  const held = names.flatMap((who, n) => (told[n]?.ok ? asked(n).map((slot) => takerOf(slot, id(who))) : []))
  expect([...found.takers].sort()).toEqual([...held].sort())
  const slots = found.takers.map((taker) => taker.split(':')[0])
  expect(new Set(slots).size).toBe(slots.length)
}, 120_000)

test('control: with the filter’s conditions taken out the last slot is promised to more than one', async () => {
  await anew()
  stage.faults.add({ when: { collection: 'slotDays', action: 'database.modifyAndReturnDoc' }, do: 'strip' })
  const told = count(await bookAll('room', () => [540]))
  const found = await stage.one<SlotDay>('slotDays', slotDayId(at, 'room', tomorrow))
  expect([told.booked, told['slot-full'], found.takers.length]).not.toEqual([1, 199, 1])
}, 120_000)
