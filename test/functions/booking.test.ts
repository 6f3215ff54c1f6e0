import type { BookingDesk, BookingPage, DeskTimetable, OwnBooking, OwnBookings } from '../../src/domain/booking-page'
import { emptyPlan } from '../../src/domain/activity-draft'
import { bookingsOf, type SlotDay } from '../../src/domain/booking'
import { slotDayId } from '../../cloudfunctions/booking/slot-day'
import { day, hour, minute, startOfDay } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import type { Message } from '../../src/domain/message'
import { anew, type Town, town } from './town'
import { activity, kid, member } from './world'
import { service, timetable } from './world-lending'

let here: Town
const id = (who: string) => member('one', who, [])._id
const desk = 'role-social-worker'
const worker = 'worker'
const tomorrow = () => startOfDay(Date.now()) + day

beforeAll(async () => {
  here = await town()
})
afterAll(() => here.stop())
beforeEach(async () => {
  await anew(here)
  await here.put('members', [
    member('one', 'ana', ['resident', 'family-proxy'], { family: [kid('one', 'ana', 'k')] }),
    member('one', worker, ['social-worker', 'operator']),
    ...['bai', 'chen', 'deng'].map((who) => member('one', who, ['resident'])),
  ])
  await here.put('timetables', [
    timetable('one', 'hall', { approval: true }),
    service('one', 'talk', { title: '心理咨询', item: 'counselling', capacity: 1, private: true }),
  ])
})

let intents = 0
const intent = () => `intent-${String((intents += 1)).padStart(6, '0')}`
const asking = (on: string, slots: number[], more = {}) => ({
  intent: intent(),
  timetable: on,
  day: tomorrow(),
  slots,
  people: 1,
  purpose: on === 'one-cut' || on === 'talk' ? null : '排练',
  ...more,
})
const book = (who: string, on: string, slots: number[], more = {}) =>
  here.ask<OwnBooking>(who, 'booking.book', asking(on, slots, { person: id(who), ...more }))
const found = (on: string, at = tomorrow()) =>
  here.read<SlotDay>('slotDays', slotDayId('one', on, at)) as Promise<SlotDay>
const slotOf = async (who: string | null, on: string, slot: number) =>
  (await here.value<BookingPage>(who, 'booking.open', { timetable: on, item: null })).days[1]?.slots.find(
    (each) => each.slot === slot,
  )
const told = (who: string) =>
  here
    .dump()
    .filter((line) => line.startsWith('messages '))
    .map((line) => JSON.parse(line.slice('messages '.length)) as Message)
    .filter(({ to }) => to === id(who))
    .map(({ kind }) => kind)
    .sort()
const times = async (who: string) => (await here.read<Member>('members', id(who)))?.calendar.map(({ title }) => title)

test('a room is booked for two slots in a row, seen as taken, given back, and free again', async () => {
  const { reply } = await book('ana', 'one-room', [540, 600], { people: 8 })
  expect(reply).toMatchObject({ ok: true, value: { state: 'booked', title: '排练室' } })
  expect(await slotOf('bai', 'one-room', 600)).toMatchObject({ free: 0, mine: false })
  expect(await slotOf('ana', 'one-room', 600)).toMatchObject({ free: 0, mine: true })
  // Who comes by the web is not known to WeChat's check: a person looks at what they wrote first.
  expect(await slotOf('bai', 'one-room', 540)).toMatchObject({ purpose: null })
  expect((await book('bai', 'one-room', [600, 660])).reply).toMatchObject({ reason: 'slot-full' })
  expect(await slotOf('bai', 'one-room', 660)).toMatchObject({ free: 1 })
  expect(await times('ana')).toEqual(['排练室'])
  const booking = reply.ok ? reply.value.id : ''
  const off = { intent: intent(), timetable: 'one-room', day: tomorrow(), booking }
  for (const _ of [1, 2]) expect(await here.value('ana', 'booking.cancel', off)).toMatchObject({ state: 'cancelled' })
  expect(await times('ana')).toEqual([])
  expect(await slotOf('bai', 'one-room', 600)).toMatchObject({ free: 1 })
  expect((await book('bai', 'one-room', [600, 660])).reply).toMatchObject({ ok: true })
})

test('where staff are to look first the seat is kept; a yes shows what it is for, a no says why and frees it', async () => {
  const [ana, bai] = [await book('ana', 'hall', [540]), await book('bai', 'hall', [600])]
  expect(ana.reply).toMatchObject({ value: { state: 'asked' } })
  expect(await slotOf('chen', 'hall', 540)).toMatchObject({ free: 0, purpose: null })
  const board = await here.value<BookingDesk>(desk, 'booking.desk', { day: tomorrow() })
  expect(board.asked.map(({ name, purpose }) => [name, purpose])).toEqual([
    ['ana', '排练'],
    ['bai', '排练'],
  ])
  // The committee decides just as well by a first character.
  const above = await here.value<BookingDesk>('role-committee-member', 'booking.desk', { day: tomorrow() })
  expect(above.asked.map(({ name }) => name)).toEqual(['a*', 'b*'])
  const on = { timetable: 'hall', day: tomorrow() }
  const [a, b] = [ana, bai].map(({ reply }) => (reply.ok ? reply.value.id : ''))
  const yes = { intent: intent(), ...on, booking: a, approve: true, reason: null }
  for (const _ of [1, 2]) await here.value(desk, 'booking.decide', yes)
  const no = { intent: intent(), ...on, booking: b, approve: false, reason: '那晚要投票' }
  for (const _ of [1, 2]) await here.value(desk, 'booking.decide', no)
  expect(await slotOf('chen', 'hall', 540)).toMatchObject({ free: 0, purpose: '排练' })
  expect(await slotOf('chen', 'hall', 600)).toMatchObject({ free: 1 })
  expect(await here.value<OwnBookings>('bai', 'booking.mine')).toMatchObject({
    ahead: [],
    past: [{ state: 'declined', reason: '那晚要投票' }],
  })
  expect(await times('bai')).toEqual([])
  for (const _ of [1, 2]) await here.local.fire('slots')
  expect(told('ana')).toEqual(['booking-approved', 'booking-asked'])
  expect(told('bai')).toEqual(['booking-asked', 'booking-declined'])
  const again = { ...yes, intent: intent() }
  expect((await here.ask(desk, 'booking.decide', again)).reply).toMatchObject({ reason: 'booking-stands-otherwise' })
})

test('what nobody looked at is a no once it begins, told and off the desk', async () => {
  await book('ana', 'hall', [540])
  const at = tomorrow()
  await here.local.fire('slots')
  here.local.clock.set(at + 9 * hour + minute)
  for (const _ of [1, 2]) await here.local.fire('slots')
  expect(told('ana')).toEqual(['booking-asked', 'booking-declined'])
  expect((await found('hall', at)).asked).toEqual([])
  expect(await times('ana')).toEqual([])
})

test('a service takes two at a time; the third waits and has the seat when another leaves, and is told', async () => {
  const [ana] = [await book('ana', 'one-cut', [600]), await book('bai', 'one-cut', [600])]
  expect((await book('chen', 'one-cut', [600])).reply).toMatchObject({ value: { state: 'waiting', position: 1 } })
  expect(await slotOf('deng', 'one-cut', 600)).toMatchObject({ free: 0, waiting: 1, waitRoom: 2 })
  const booking = ana?.reply.ok ? ana.reply.value.id : ''
  await here.value('ana', 'booking.cancel', { intent: intent(), timetable: 'one-cut', day: tomorrow(), booking })
  expect((await here.value<OwnBookings>('chen', 'booking.mine')).ahead).toMatchObject([{ state: 'booked' }])
  await here.local.fire('slots')
  expect(told('chen')).toEqual(['booking-promoted'])
  here.local.clock.set(tomorrow() - 5 * hour)
  for (const _ of [1, 2]) await here.local.fire('slots')
  expect(told('chen')).toEqual(['booking-promoted', 'booking-tomorrow'])
})

test('nobody is at two things at once: an activity, and a slot at the same time', async () => {
  const startsAt = tomorrow() + 9 * hour
  const { activity: about, roster } = activity('one', 'class', { startsAt, endsAt: startsAt + hour, title: '手机课' })
  await here.put('activities', [about])
  await here.put('rosters', [roster])
  const signs = (who: string) =>
    here.ask(who, 'activity.signUp', { intent: intent(), activity: 'class', people: [id(who)] })
  expect((await signs('ana')).reply).toMatchObject({ ok: true })
  expect((await book('ana', 'one-cut', [540])).reply).toMatchObject({ reason: 'time-clash', title: '手机课' })
  expect((await book('bai', 'one-cut', [540])).reply).toMatchObject({ ok: true })
  expect((await signs('bai')).reply).toMatchObject({ reason: 'time-clash', title: '理发' })
  // One's own table of activities leaves the time of a slot alone.
  await here.value('bai', 'activity.mine')
  expect(await times('bai')).toEqual(['理发'])
})

test('a booking that was cut short before it took its time, and one before it gave it back, are made whole', async () => {
  const cut = (nth: number, action: string, collection: string) => {
    here.local.faults.add({ when: { action, collection, function: 'booking', nth }, do: 'duplicate' })
  }
  cut(1, 'database.modifyAndReturnDoc', 'members')
  expect((await book('ana', 'one-cut', [600])).reply).toMatchObject({ ok: false })
  here.local.faults.clear()
  expect(await times('ana')).toEqual([])
  const { ahead } = await here.value<OwnBookings>('ana', 'booking.mine')
  expect(await times('ana')).toEqual(['理发'])
  const off = { intent: intent(), timetable: 'one-cut', day: tomorrow(), booking: ahead[0]?.id }
  cut(1, 'database.modifyDocument', 'members')
  expect((await here.ask('ana', 'booking.cancel', off)).reply).toMatchObject({ ok: false })
  here.local.faults.clear()
  expect(await times('ana')).toEqual(['理发'])
  await here.value('ana', 'booking.mine')
  expect(await times('ana')).toEqual([])
})

test('a room in which an activity is held is not booked then', async () => {
  const startsAt = tomorrow() + 9 * hour + 30 * minute
  const { activity: about, roster } = activity('one', 'dance', { startsAt, endsAt: startsAt + hour })
  about.place = { id: 'one-room', name: '排练室', note: '' }
  await here.put('activities', [about])
  await here.put('rosters', [roster])
  expect((await book('ana', 'one-room', [600])).reply).toMatchObject({ reason: 'slot-activity', startsAt })
  expect(await slotOf('ana', 'one-room', 540)).toMatchObject({ activity: true })
  expect((await book('ana', 'one-room', [660])).reply).toMatchObject({ ok: true })
})

/** A plan of an activity in the room, saved and about to be published. */
async function planned(activity: string, slot: number): Promise<{ intent: string; activity: string; version: number }> {
  const startsAt = tomorrow() + slot * minute
  await here.value(worker, 'activity.saveDraft', {
    ...emptyPlan,
    intent: intent(),
    activity,
    version: 0,
    title: '合唱排练',
    category: 'dance',
    capacity: 10,
    placeId: 'one-room',
    place: '排练室',
    startsAt,
    endsAt: startsAt + hour,
  })
  return { intent: intent(), activity, version: 1 }
}
const standing = async (slot: number) =>
  bookingsOf(await found('one-room'), Date.now()).filter(
    ({ state, slots }) => state === 'booked' && slots.includes(slot),
  )

test('no activity is published, or moved, over what a neighbour has booked; who prepares it is told what then', async () => {
  await book('ana', 'one-room', [600])
  const lacks = [{ field: 'place', why: 'booked' }]
  const over = await planned('over', 600)
  expect((await here.ask(worker, 'activity.publish', over)).reply).toMatchObject({ reason: 'draft-incomplete', lacks })
  await here.value(worker, 'activity.publish', await planned('beside', 660))
  const startsAt = tomorrow() + 600 * minute
  const move = { intent: intent(), activity: 'beside', moved: 0, place: null, placeNote: null, reason: '提前一点' }
  const times = { startsAt, endsAt: startsAt + hour, closesAt: startsAt - hour }
  expect((await here.ask(worker, 'activity.changeTime', { ...move, ...times })).reply).toMatchObject({ lacks })
  expect(await here.value<{ id: string }[]>(worker, 'activity.places')).toContainEqual(
    expect.objectContaining({ id: 'one-room' }),
  )
})

test('booked and published at the same moment, one of the two stands, and whoever gives way is told why', async () => {
  const slots = [540, 600, 660, 720, 780, 840]
  const plans = await Promise.all(slots.map((slot) => planned(`rush-${slot}`, slot)))
  const people = ['ana', 'bai', 'chen', 'ana', 'bai', 'chen']
  const replies = await Promise.all(
    slots.map((slot, n) =>
      Promise.all([
        book(people[n] as string, 'one-room', [slot]),
        here.ask(worker, 'activity.publish', plans[n] as object),
      ]),
    ),
  )
  for (const [n, slot] of slots.entries()) {
    const there = (await here.read('activities', `rush-${slot}`)) === undefined ? 0 : 1
    expect(there + (await standing(slot)).length).toBe(1)
    const [booked, published] = replies[n] as [{ reply: { ok: boolean } }, { reply: { ok: boolean } }]
    expect(published.reply.ok).toBe(there === 1)
    expect(booked.reply.ok || there === 1).toBe(true)
  }
})

describe('a booking that comes after the look of whoever publishes, and before the activity stands', () => {
  const slots = [600, 660, 720, 780]

  /** The step of each booking is carried out 300 ms later; an activity comes into the room meanwhile. */
  async function late(spoil: () => void) {
    await book('bai', 'one-room', [1140])
    const asked = slots.map((slot) => asking('one-room', [slot], { person: id('ana') }))
    const replies: (Awaited<ReturnType<typeof book>> | undefined)[] = []
    for (const [n, slot] of slots.entries()) {
      const push = { function: 'booking', collection: 'slotDays', action: 'database.modifyAndReturnDoc' }
      here.local.faults.add({ when: { ...push, times: 1 }, do: 'strip' })
      spoil()
      const booking = here.ask<OwnBooking>('ana', 'booking.book', asked[n]).catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, 150))
      const startsAt = tomorrow() + slot * minute
      const { activity: about } = activity('one', `late-${slot}`, { startsAt, endsAt: startsAt + hour })
      about.place = { id: 'one-room', name: '排练室', note: '' }
      await here.put('activities', [about])
      replies.push(await booking)
      here.local.faults.clear()
    }
    const both = await Promise.all(slots.map(async (slot) => (await standing(slot)).length))
    return { asked, replies, both }
  }

  test('gives way by its own second look', async () => {
    const { both, replies } = await late(() => undefined)
    expect(both).toEqual([0, 0, 0, 0])
    for (const each of replies) expect(each?.reply).toMatchObject({ ok: false, reason: 'slot-activity' })
    expect(await times('ana')).toEqual([])
  })

  test('control: without that look both stand; asked again, it gives way', async () => {
    const { asked, both } = await late(() => {
      const look = { function: 'booking', collection: 'activities', action: 'database.aggregateDocuments' }
      here.local.faults.add({ when: look, do: 'kill' })
    })
    expect(Math.max(...both)).toBe(1)
    for (const each of asked)
      expect((await here.ask('ana', 'booking.book', each)).reply).toMatchObject({ reason: 'slot-activity' })
    for (const slot of slots) expect(await standing(slot)).toEqual([])
  })
})

test('a booking that came in between the look and the activity gives way, its time is free, and its holder is told', async () => {
  await book('ana', 'one-room', [600])
  const startsAt = tomorrow() + 600 * minute
  const draft = await planned('cut', 600)
  await here.local.store.empty('drafts')
  const { activity: about } = activity('one', 'cut', { startsAt, endsAt: startsAt + hour })
  await here.put('drafts', [
    {
      ...emptyPlan,
      ...about,
      _id: draft.activity,
      state: 'publishing',
      title: '合唱排练',
      place: '排练室',
      placeId: 'one-room',
      capacity: 10,
      publishedAt: Date.now(),
      updatedAt: Date.now(),
    } as { _id: string },
  ])
  for (const _ of [1, 2]) await here.local.fire('sweep')
  expect(await standing(600)).toEqual([])
  expect(await times('ana')).toEqual([])
  await here.local.fire('slots')
  expect(told('ana')).toContain('booking-declined')
})

describe('staff book for someone without a phone', () => {
  const given = { name: '陈婆婆', band: '80+', building: 'b-1', consent: true, person: null }
  const bookFor = (who: string, on: string, slots: number[], more = {}) =>
    here.ask<OwnBooking>(who, 'booking.bookFor', asking(on, slots, { ...given, ...more }))
  const today = async () => (await here.value<BookingDesk>(desk, 'booking.desk', { day: tomorrow() })).today
  const members = () => here.dump().filter((line) => line.startsWith('members ')).length

  test('it counts at once, is on the list of the day, and is taken back there; asked twice it is one', async () => {
    const asked = asking('hall', [540], given)
    const first = await here.value<OwnBooking>(desk, 'booking.bookFor', asked)
    expect(first).toMatchObject({ state: 'booked', person: { name: '陈婆婆' } })
    expect(await here.value(desk, 'booking.bookFor', asked)).toEqual(first)
    expect(await today()).toMatchObject([{ name: '陈婆婆', kept: true, state: 'booked', building: '听榕苑1栋' }])
    expect((await book('bai', 'hall', [540])).reply).toMatchObject({ reason: 'slot-full' })

    const [listed] = await today()
    const no = { intent: intent(), timetable: 'hall', day: tomorrow(), booking: listed?.id, approve: false }
    await here.value(desk, 'booking.decide', { ...no, reason: '她来不了了' })
    expect(await today()).toMatchObject([{ name: '陈婆婆', state: 'declined', reason: '她来不了了' }])
    const holder = (await found('hall')).events.flatMap((event) => (event.kind === 'join' ? [event.member] : []))[0]
    expect((await here.read<Member>('members', holder ?? ''))?.calendar).toEqual([])
    expect((await book('bai', 'hall', [540])).reply).toMatchObject({ ok: true })
  })

  test('moved up, taken off, the day closed: the desk is asked to tell them, once, and finds who it is on its list', async () => {
    const first = await bookFor(desk, 'talk', [600])
    const second = await bookFor(desk, 'talk', [600], { name: '林伯' })
    expect([first, second].map(({ reply }) => reply.ok && reply.value.state)).toEqual(['booked', 'waiting'])
    await here.local.fire('slots')
    expect(told(desk)).toEqual([])
    const [a, b] = [first, second].map(({ reply }) => (reply.ok ? reply.value.id : ''))
    const on = { timetable: 'talk', day: tomorrow() }
    const no = { intent: intent(), ...on, booking: a, approve: false, reason: '老师病了' }
    await here.value(desk, 'booking.decide', no)
    for (const _ of [1, 2]) await here.local.fire('slots')
    expect(told(desk)).toEqual(['booking-tell-declined', 'booking-tell-promoted'])
    await here.value(desk, 'booking.closeDay', { intent: intent(), ...on, reason: '修屋顶' })
    for (const _ of [1, 2]) await here.local.fire('slots')
    expect(told(desk)).toEqual(['booking-tell-declined', 'booking-tell-off', 'booking-tell-promoted'])
    expect((await today()).map(({ id: each, name, state, reason }) => [each, name, state, reason])).toEqual([
      [a, '陈婆婆', 'declined', '老师病了'],
      [b, '林伯', 'off', '修屋顶'],
    ])
    // Of what is private others at the desk see neither of them.
    expect((await here.value<BookingDesk>('role-committee-member', 'booking.desk', { day: tomorrow() })).today).toEqual(
      [],
    )
    // Three lines to each of the two social workers of this centre, and to nobody of the other one.
    const entries = here.dump().filter((line) => line.includes('booking-tell-'))
    expect(entries).toHaveLength(6)
    expect(entries.filter((line) => /陈婆婆|林伯/.test(line))).toEqual([])
  })

  test('whoever has an account finds it there; at something else they are not, and staff are not told at what', async () => {
    expect((await bookFor(desk, 'one-cut', [600], { person: id('ana') })).reply).toMatchObject({ ok: true })
    expect((await here.value<OwnBookings>('ana', 'booking.mine')).ahead).toMatchObject([{ title: '理发' }])
    const { reply } = await bookFor(desk, 'one-room', [600], { person: id('ana') })
    expect(reply).toEqual({ ok: false, reason: 'booking-busy' })
    const { reply: nobody } = await bookFor(desk, 'one-room', [600], { person: 'somebody-else' })
    expect(nobody).toMatchObject({ reason: 'not-found' })
  })

  test('a record that is kept already is used again; who got no slot leaves no name, nor does a name that is none', async () => {
    await bookFor(desk, 'one-room', [600])
    const [kept] = await here.value<{ id: string }[]>(desk, 'order.find', { words: '陈婆' })
    const before = members()
    expect((await bookFor(desk, 'one-room', [660], { person: kept?.id })).reply).toMatchObject({ ok: true })
    expect((await bookFor(desk, 'one-room', [600], { name: '后来的' })).reply).toMatchObject({ reason: 'slot-full' })
    expect((await bookFor(desk, 'one-room', [720], { name: '王八蛋' })).reply).toMatchObject({
      reason: 'name-blocked',
    })
    expect((await bookFor(desk, 'one-room', [720], { band: '7-12' })).reply).toMatchObject({ reason: 'bad-input' })
    expect(members()).toBe(before)
  })

  test('nobody else books in somebody’s name, and nobody takes over what staff booked by its intent', async () => {
    for (const who of ['ana', 'role-operator', 'role-volunteer'])
      expect((await bookFor(who, 'one-room', [600])).reply).toMatchObject({ reason: 'no-permission' })
    const asked = asking('one-room', [600], given)
    await here.value(desk, 'booking.bookFor', asked)
    const { intent: theirs } = asked
    expect((await book('ana', 'one-room', [600], { intent: theirs })).reply).toMatchObject({ reason: 'not-found' })
  })
})

test('of what is private neither neighbours nor staff see who comes, but who handles the case', async () => {
  expect((await book('ana', 'talk', [600])).reply).toMatchObject({ ok: true, value: { title: '心理咨询' } })
  const names = async (who: string) =>
    (await here.value<BookingDesk>(who, 'booking.desk', { day: tomorrow() })).today.map(({ name }) => name)
  expect(await names(desk)).toEqual(['ana'])
  expect(await names('role-committee-member')).toEqual([null])
  expect(JSON.stringify(await here.value('bai', 'booking.open', { timetable: 'talk', item: null }))).not.toContain(
    'ana',
  )
})

test('a series is opened by staff, in the privacy that the menu says; whoever saved in between is not written over', async () => {
  const series = {
    intent: intent(),
    timetable: 'law',
    version: 0,
    kind: 'service',
    title: '法律咨询',
    item: 'legal-consult',
    place: '二楼',
    note: '带上材料',
    provider: '李律师',
    approval: false,
    weekdays: [0, 1, 2, 3, 4, 5, 6],
    opensAt: 840,
    closesAt: 1020,
    minutes: 20,
    capacity: 1,
    waitCapacity: 0,
    people: 1,
    most: 1,
    from: startOfDay(Date.now()),
    until: null,
    open: true,
  }
  for (const _ of [1, 2])
    expect(await here.value<DeskTimetable>(desk, 'booking.saveTimetable', series)).toMatchObject({ version: 1 })
  expect(await here.value('bai', 'booking.open', { timetable: null, item: 'legal-consult' })).toMatchObject({
    private: true,
    title: '法律咨询',
  })
  expect((await book('bai', 'law', [840])).reply).toMatchObject({ ok: true })
  const later = { ...series, intent: intent(), version: 1, opensAt: 900 }
  expect(await here.value(desk, 'booking.saveTimetable', later)).toMatchObject({ version: 2 })
  const behind = { ...series, intent: intent(), version: 1 }
  expect((await here.ask(desk, 'booking.saveTimetable', behind)).reply).toMatchObject({ reason: 'changed-meanwhile' })
  // The day that somebody booked keeps its slots; the others have the new ones.
  const page = await here.value<BookingPage>('bai', 'booking.open', { timetable: 'law', item: null })
  expect([1, 2].map((n) => page.days[n]?.slots[0]?.slot)).toEqual([840, 900])
})

test('a day is closed, booked or not: nobody books it, and whoever did is told why', async () => {
  await book('ana', 'one-cut', [600])
  const close = (at: number) => ({ intent: intent(), timetable: 'one-cut', day: at, reason: '师傅病了' })
  for (const at of [tomorrow(), tomorrow() + day]) await here.value(desk, 'booking.closeDay', close(at))
  expect((await book('bai', 'one-cut', [660])).reply).toMatchObject({ reason: 'slot-closed' })
  expect((await book('bai', 'one-cut', [660], { day: tomorrow() + day })).reply).toMatchObject({
    reason: 'slot-closed',
  })
  expect((await here.value<OwnBookings>('ana', 'booking.mine')).past).toMatchObject([
    { state: 'off', reason: '师傅病了' },
  ])
  expect(await times('ana')).toEqual([])
  await here.local.fire('slots')
  expect(told('ana')).toContain('booking-off')
})

test('a day closed by mistake is opened again with all its seats: who was told stays off, and may book anew', async () => {
  for (const who of ['ana', 'bai', 'chen']) await book(who, 'one-cut', [600])
  const on = { timetable: 'one-cut', day: tomorrow() }
  const close = { intent: intent(), ...on, reason: '师傅病了' }
  await here.value(desk, 'booking.closeDay', close)
  const off = async () =>
    (await here.value<BookingDesk>(desk, 'booking.desk', { day: tomorrow() })).timetables.find(
      ({ id: each }) => each === 'one-cut',
    )?.off
  expect(await off()).toEqual([tomorrow()])
  const reopen = { intent: intent(), ...on }
  for (const _ of [1, 2]) expect(await here.value(desk, 'booking.openDay', reopen)).toBeNull()
  // The same closing again, as a lost reply has it, closes nothing that was opened since.
  await here.value(desk, 'booking.closeDay', close)
  expect(await off()).toEqual([])
  expect(await slotOf('deng', 'one-cut', 600)).toMatchObject({ free: 2, waiting: 0, waitRoom: 3 })
  expect((await here.value<OwnBookings>('bai', 'booking.mine')).past).toMatchObject([{ state: 'off' }])
  for (const who of ['ana', 'deng'])
    expect((await book(who, 'one-cut', [600])).reply).toMatchObject({ value: { state: 'booked' } })
  expect((await book('bai', 'one-cut', [600])).reply).toMatchObject({ value: { state: 'waiting', position: 1 } })
  for (const _ of [1, 2]) await here.local.fire('slots')
  expect(told('chen')).toEqual(['booking-off'])
  expect(told('ana')).toEqual(['booking-booked', 'booking-booked', 'booking-off'])
  // And closed once more, those who came since are told, and nobody twice.
  await here.value(desk, 'booking.closeDay', { ...close, intent: intent() })
  for (const _ of [1, 2]) await here.local.fire('slots')
  expect(told('ana')).toEqual(['booking-booked', 'booking-booked', 'booking-off', 'booking-off'])
  expect(told('chen')).toEqual(['booking-off'])
})

test('whoever gives back what went off with a day that is open again frees no seat of those who came since', async () => {
  const { reply } = await book('ana', 'one-cut', [600])
  const on = { timetable: 'one-cut', day: tomorrow() }
  // What ana's phone asks for arrives late: the day is closed, opened and full by then.
  here.local.faults.add({
    when: { function: 'booking', collection: 'slotDays', action: 'database.modifyAndReturnDoc', times: 1 },
    do: 'late',
  })
  const given = here.ask('ana', 'booking.cancel', { intent: intent(), ...on, booking: reply.ok && reply.value.id })
  await new Promise((resolve) => setTimeout(resolve, 400))
  await here.value(desk, 'booking.closeDay', { intent: intent(), ...on, reason: '师傅病了' })
  await here.value(desk, 'booking.openDay', { intent: intent(), ...on })
  here.local.faults.clear()
  expect((await given).reply).toMatchObject({ reason: 'booking-stands-otherwise' })
  expect((await found('one-cut')).room.s600).toBe(5)
})

test('who did not come is written down after it began, and told; who came counts as such', async () => {
  const { reply } = await book('ana', 'one-cut', [600])
  const booking = reply.ok ? reply.value.id : ''
  const mark = (came: boolean) => ({ intent: intent(), timetable: 'one-cut', day: tomorrow(), booking, came })
  const early = await here.ask(desk, 'booking.mark', mark(true))
  expect(early.reply).toMatchObject({ reason: 'checkin-too-early' })
  const day1 = tomorrow()
  here.local.clock.set(day1 + 10 * hour + 20 * minute)
  const missed = { ...mark(false), day: day1 }
  await here.value(desk, 'booking.mark', missed)
  expect((await here.value<OwnBookings>('ana', 'booking.mine')).past).toMatchObject([{ state: 'missed' }])
  await here.value(desk, 'booking.mark', { ...mark(true), day: day1 })
  expect((await here.value<OwnBookings>('ana', 'booking.mine')).past).toMatchObject([{ state: 'came' }])
})

test('only days ahead, and only those of a room of this centre', async () => {
  expect((await book('ana', 'one-room', [540], { day: tomorrow() - 2 * day })).reply).toMatchObject({
    reason: 'slot-past',
  })
  expect((await book('ana', 'one-room', [540], { day: tomorrow() + 20 * day })).reply).toMatchObject({
    reason: 'slot-closed',
  })
  for (const on of ['two-room', 'no-such'])
    expect((await book('ana', on, [540])).reply).toEqual({ ok: false, reason: 'not-found' })
  expect((await book('ana', 'one-room', [540], { purpose: null })).reply).toMatchObject({ reason: 'booking-purpose' })
})

test('a replay hears the first outcome, whatever became of it since', async () => {
  const asked = asking('one-cut', [600], { person: id('ana') })
  const first = await here.value<OwnBooking>('ana', 'booking.book', asked)
  await here.value('ana', 'booking.cancel', {
    intent: intent(),
    timetable: 'one-cut',
    day: tomorrow(),
    booking: asked.intent,
  })
  expect(await here.value('ana', 'booking.book', asked)).toEqual(first)
  expect((await found('one-cut')).takers).toEqual([])
})

test('who deletes their account is nobody in the log; what lies ahead is the next one’s', async () => {
  for (const who of ['ana', 'bai', 'chen']) await book(who, 'one-cut', [600])
  await book('ana', 'one-room', [540], { purpose: '我是 ana 的生日' })
  await here.value('ana', 'member.erase', { confirm: '注销' })
  expect(here.dump().filter((line) => line.includes(id('ana')) || line.includes('的生日'))).toEqual([])
  expect((await here.value<OwnBookings>('chen', 'booking.mine')).ahead).toMatchObject([{ state: 'booked' }])
  expect(await slotOf('bai', 'one-room', 540)).toMatchObject({ free: 1 })
})

describe('requests to the database of one cold call', () => {
  test('a list, a page, one’s own 2; booking, on a day that nobody booked or somebody did, 3; giving it back 3', async () => {
    const cost = async (who: string | null, called: `booking.${string}`, input: object) => {
      await here.local.cool()
      const { reply, requests } = await here.ask(who, called, input)
      expect([called, reply]).toMatchObject([called, { ok: true }])
      return requests
    }
    expect(await cost(null, 'booking.list', {})).toBeLessThanOrEqual(2)
    expect(await cost('ana', 'booking.open', { timetable: 'one-cut', item: null })).toBeLessThanOrEqual(2)
    expect(await cost('ana', 'booking.mine', {})).toBeLessThanOrEqual(2)
    const asked = asking('one-cut', [600], { person: id('ana') })
    expect(await cost('ana', 'booking.book', asked)).toBeLessThanOrEqual(3)
    expect(await cost('bai', 'booking.book', asking('one-cut', [600], { person: id('bai') }))).toBeLessThanOrEqual(3)
    expect(await cost(desk, 'booking.desk', { day: tomorrow() })).toBeLessThanOrEqual(3)
    const booking = { timetable: 'one-cut', day: tomorrow(), booking: asked.intent }
    expect(await cost('ana', 'booking.cancel', { intent: intent(), ...booking })).toBeLessThanOrEqual(3)
  })
})
