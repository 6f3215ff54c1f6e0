import { slotDayId } from '../../../cloudfunctions/booking/slot-day'
import { bookingsOf, roomOf, seatingOf, type SlotDay } from '../../../src/domain/booking'
import { day, startOfDay } from '../../../src/domain/day'
import type { Member } from '../../../src/domain/member'
import type { Timetable } from '../../../src/domain/timetable'
import { openStage, type Stage } from '../stage'
import { centre, member } from '../world'
import { service } from '../world-lending'
import { ask, newIntent } from './people'

const at = 'anew'
const tomorrow = startOfDay(Date.now()) + day
const names = Array.from({ length: 120 }, (_, n) => `p${n}`)
const staff = ['worker', 'other']
const id = (who: string) => member(at, who, [])._id

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage.close())

/** As it was: every half hour for three. As staff publish it anew: every forty minutes, for two. */
const before = { minutes: 30, capacity: 3 }
const after = { minutes: 40, capacity: 2 }

async function anew(): Promise<void> {
  await stage.reset({
    centres: [centre(at)],
    members: [
      ...staff.map((who) => member(at, who, ['social-worker'])),
      ...names.map((who) => member(at, who, ['resident'])),
    ],
    timetables: [service(at, 'cut', { ...before, waitCapacity: 0 })],
  })
  // What the door read is stale by the time it is used: the atomic step alone can be right.
  stage.faults.add({ when: { collection: 'centres' }, do: 'delay' })
}

const book = (who: string, slot: number) =>
  ask(stage.url, who, 'booking', {
    procedure: 'book',
    centre: at,
    input: {
      intent: newIntent(),
      timetable: 'cut',
      day: tomorrow,
      slots: [slot],
      person: id(who),
      people: 1,
      purpose: null,
    },
  })

const republish = (who: string) =>
  ask(stage.url, who, 'booking', {
    procedure: 'saveTimetable',
    centre: at,
    input: {
      intent: newIntent(),
      timetable: 'cut',
      version: 1,
      kind: 'service',
      title: '理发',
      item: 'haircut',
      place: '一楼',
      note: '自带毛巾。',
      provider: '阿芬店',
      approval: false,
      weekdays: [0, 1, 2, 3, 4, 5, 6],
      opensAt: 540,
      closesAt: 1260,
      waitCapacity: 0,
      people: 1,
      most: 1,
      from: startOfDay(Date.now()),
      until: null,
      open: true,
      ...after,
    },
  })

/** A hundred and twenty book, by the old slots and by the new, while two of the staff publish the timetable anew. */
async function rush() {
  // 9:00 and 11:00 are slots of both, 9:30 only of the old, 9:40 only of the new.
  const slots = [540, 570, 580, 660]
  const [booked, saved] = await Promise.all([
    Promise.all(names.map(async (who, n) => ({ who, reply: await book(who, slots[n % slots.length] as number) }))),
    Promise.all(staff.map(republish)),
  ])
  return { booked, saved }
}

type Booked = Awaited<ReturnType<typeof rush>>['booked']

/** What of the day cannot be: seats beyond what one timetable has, slots of another, guards that say something else. */
async function wrongs(booked: Booked): Promise<string[]> {
  const found = await stage.one<SlotDay>('slotDays', slotDayId(at, 'cut', tomorrow))
  const wrong: string[] = []
  const promised = [before, after].find(
    ({ minutes, capacity }) => minutes === found.minutes && capacity === found.capacity,
  )
  if (!promised) wrong.push(`the day is of no timetable: ${found.minutes} ${found.capacity}`)
  const standing = bookingsOf(found, Date.now()).filter(({ state }) => state === 'booked')
  for (const { slots, member: holder } of standing) {
    if (!slots.every((slot) => found.grid.includes(slot))) wrong.push(`${holder} has a slot that there is not`)
    const { calendar } = await stage.one<Member>('members', holder)
    if (calendar.length !== 1) wrong.push(`${holder} keeps ${calendar.length} times`)
  }
  for (const slot of found.grid) {
    // Nobody may wait here: whoever is in a slot has a seat.
    const { parties } = seatingOf(found, slot, Date.now())
    if (parties.length > found.capacity) wrong.push(`${parties.length} at ${slot}`)
    if (found.room[roomOf(slot)] !== found.capacity - parties.length) wrong.push(`the room of ${slot} has drifted`)
  }
  for (const { who, reply } of booked)
    if (reply.ok !== standing.some(({ member: holder }) => holder === id(who)))
      wrong.push(`${who} was told ${reply.ok}`)
  return wrong
}

test('a timetable is published anew while 120 book: the day is of one of the two, no seat is given twice, everyone hears the truth', async () => {
  await anew()
  const { booked, saved } = await rush()
  expect(await wrongs(booked)).toEqual([])
  // The day is full where both timetables have a slot, and nobody has one that only the other has.
  const { capacity } = await stage.one<SlotDay>('slotDays', slotDayId(at, 'cut', tomorrow))
  expect(booked.filter(({ reply }) => reply.ok)).toHaveLength(3 * capacity)
  const no = new Set(booked.flatMap(({ reply }) => (reply.ok ? [] : [reply.reason])))
  expect([...no].sort()).toEqual(['slot-closed', 'slot-full'])
  // Of the two who publish one has it, and the other is told; nothing was written over.
  expect(saved.map((reply) => (reply.ok ? 'saved' : reply.reason)).sort()).toEqual(['changed-meanwhile', 'saved'])
  expect(await stage.one<Timetable>('timetables', 'cut')).toMatchObject({ version: 2, ...after })
}, 120_000)

test('control: with the conditions of the day’s step taken out, seats are given twice', async () => {
  await anew()
  stage.faults.add({ when: { collection: 'slotDays', action: 'database.modifyAndReturnDoc' }, do: 'strip' })
  const { booked } = await rush()
  stage.faults.clear()
  expect((await wrongs(booked)).some((what) => what.includes(' at '))).toBe(true)
}, 120_000)

test('control: with the conditions of the timetable’s step taken out, both who publish believe that theirs stands', async () => {
  await anew()
  stage.faults.add({ when: { collection: 'timetables', action: 'database.modifyAndReturnDoc' }, do: 'strip' })
  const saved = await Promise.all(staff.map(republish))
  stage.faults.clear()
  expect(saved.filter(({ ok }) => ok)).toHaveLength(2)
}, 120_000)
