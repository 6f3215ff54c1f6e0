import { slotDayId } from '../../../cloudfunctions/booking/slot-day'
import { bookingsOf, mostADay, roomOf, type SlotDay } from '../../../src/domain/booking'
import { day, startOfDay } from '../../../src/domain/day'
import type { Member } from '../../../src/domain/member'
import { openStage, type Stage } from '../stage'
import { centre, member } from '../world'
import { service } from '../world-lending'
import { ask, newIntent } from './people'

const at = 'twice'
const tomorrow = startOfDay(Date.now()) + day
const id = (who: string) => member(at, who, [])._id
/** Who taps at many slots at once, and neighbours who book the same day once each. */
const eager = ['ana', 'bai', 'chen']
const neighbours = Array.from({ length: 24 }, (_, n) => `p${n}`)
const slots = Array.from({ length: 12 }, (_, n) => 540 + 30 * n)

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage.close())

async function anew(): Promise<void> {
  await stage.reset({
    centres: [centre(at)],
    members: [...eager, ...neighbours].map((who) => member(at, who, ['resident'])),
    timetables: [service(at, 'cut', { capacity: 12, waitCapacity: 0 })],
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

/** Each of the eager books twelve slots at the same moment, while their neighbours book one each. */
async function rush() {
  const asked = [
    ...eager.flatMap((who) => slots.map((slot) => ({ who, slot }))),
    ...neighbours.map((who, n) => ({ who, slot: slots[n % slots.length] as number })),
  ]
  return Promise.all(asked.map(async ({ who, slot }) => ({ who, reply: await book(who, slot) })))
}

async function standing(): Promise<(who: string) => number> {
  const found = await stage.one<SlotDay>('slotDays', slotDayId(at, 'cut', tomorrow))
  const all = bookingsOf(found, Date.now()).filter(({ state }) => state === 'booked')
  for (const slot of found.grid)
    expect(found.room[roomOf(slot)]).toBe(12 - all.filter((each) => each.slots.includes(slot)).length)
  return (who) => all.filter((each) => each.member === id(who)).length
}

test('thirty-six bookings of three members at once, and twenty-four of others: two each, told so, and nobody is kept out', async () => {
  await anew()
  const replies = await rush()
  const count = await standing()
  for (const who of eager) {
    const own = replies.filter((each) => each.who === who)
    expect([who, count(who)]).toEqual([who, mostADay])
    expect(own.filter(({ reply }) => reply.ok)).toHaveLength(mostADay)
    const no = new Set(own.flatMap(({ reply }) => (reply.ok ? [] : [reply.reason])))
    expect([...no]).toEqual(['booking-limit'])
    expect((await stage.one<Member>('members', id(who))).calendar).toHaveLength(mostADay)
  }
  expect(neighbours.map(count)).toEqual(neighbours.map(() => 1))
}, 120_000)

test('control: with the conditions of the step taken out somebody has more than two', async () => {
  await anew()
  stage.faults.add({ when: { collection: 'slotDays', action: 'database.modifyAndReturnDoc' }, do: 'strip' })
  await rush()
  stage.faults.clear()
  const found = await stage.one<SlotDay>('slotDays', slotDayId(at, 'cut', tomorrow))
  const most = eager.map((who) => bookingsOf(found, Date.now()).filter((each) => each.member === id(who)).length)
  expect(Math.max(...most)).toBeGreaterThan(mostADay)
}, 120_000)
