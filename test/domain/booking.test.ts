import {
  bookingsOf,
  gridFor,
  type Join,
  roomOf,
  seatingOf,
  type SlotDay,
  type SlotEvent,
  takerOf,
  whyNotBook,
} from '../../src/domain/booking'
import { bookingNotices, slotsWakeAt } from '../../src/domain/booking-telling'
import { day, hour, minute, startOfDay } from '../../src/domain/day'
import { gridOf, isOpenOn, startOf, type Timetable } from '../../src/domain/timetable'
import { emptyDay } from '../../cloudfunctions/booking/slot-day'
import { service, timetable } from '../functions/world-lending'

const at = startOfDay(Date.parse('2026-11-23T00:00+08:00'))
const morning = at + 6 * hour
const room = timetable('one', 'room')
const cut = service('one', 'cut')

const books = (who: string, slots: number[], more: Partial<Join> = {}): Join => ({
  id: `books-${who}`,
  at: morning,
  kind: 'join',
  member: who,
  person: who,
  slots,
  approval: false,
  purpose: '排练',
  shown: true,
  people: 3,
  ...more,
})

/** A day with these events, its guards as the atomic steps leave them. */
function dayOf(of: Timetable, events: SlotEvent[]): SlotDay {
  const found = { ...emptyDay(of, at), events }
  const gone = new Set(events.flatMap((event) => (event.kind === 'leave' ? [event.undoes] : [])))
  for (const event of events)
    if (event.kind === 'join' && !gone.has(event.id))
      for (const slot of event.slots) {
        found.room[roomOf(slot)] = (found.room[roomOf(slot)] ?? 0) - 1
        found.takers.push(takerOf(slot, event.person))
      }
  return found
}

const wants = (slots: number[], more = {}) => ({ member: 'me', person: 'me', people: 1, slots, ...more })
const whyNot = (of: Timetable, events: SlotEvent[], slots: number[], now = morning, more = {}) =>
  whyNotBook(of, { at, found: dayOf(of, events), held: [] }, wants(slots, more), now)

describe('the grid', () => {
  test('a slot ends where the next begins, and none ends after closing', () => {
    expect(gridOf({ opensAt: 540, closesAt: 700, minutes: 60 })).toEqual([540, 600])
    expect(gridOf({ opensAt: 540, closesAt: 590, minutes: 60 })).toEqual([])
  })

  test('it is open on its weekdays, between its days, but for those that it is off', () => {
    const monday = { ...room, weekdays: [1], from: at, until: at + 7 * day, off: [] as number[] }
    expect([at - 7 * day, at, at + day, at + 7 * day, at + 14 * day].map((each) => isOpenOn(monday, each))).toEqual([
      false,
      true,
      false,
      true,
      false,
    ])
    expect(isOpenOn({ ...monday, off: [at] }, at)).toBe(false)
    expect(isOpenOn({ ...monday, state: 'closed' }, at)).toBe(false)
  })

  test('a day that somebody booked keeps the grid that it was booked by', () => {
    const found = dayOf(room, [books('a', [540])])
    expect(gridFor({ ...room, minutes: 30, opensAt: 600 }, found).grid).toEqual(gridOf(room))
  })
})

describe('what cannot be booked', () => {
  test.each([
    ['a slot that is none', [541], 'slot-closed'],
    ['slots not in a row', [540, 660], 'slot-closed'],
    ['too many in a row', [540, 600, 660, 720], 'slots-too-many'],
    ['one that somebody has', [600], 'slot-full'],
    ['several of which somebody has one', [540, 600], 'slot-full'],
  ] as const)('%s', (_, slots, reason) => {
    expect(whyNot(room, [books('a', [600])], [...slots])).toMatchObject({ reason })
  })

  test('one that has begun, one during an activity, more people than there is room for, a third on a day', () => {
    expect(whyNot(room, [], [540], startOf(at, 540))).toEqual({ reason: 'slot-past' })
    const held = [{ startsAt: at + 570 * minute, endsAt: at + 590 * minute }]
    expect(whyNotBook(room, { at, found: null, held }, wants([540]), morning)).toMatchObject({
      reason: 'slot-activity',
    })
    expect(whyNotBook(room, { at, found: null, held }, wants([600]), morning)).toBeUndefined()
    expect(whyNot(room, [], [540], morning, { people: 31 })).toEqual({ reason: 'booking-people', most: 30 })
    const two = [books('me', [540]), books('me', [600], { id: 'books-again' })]
    expect(whyNot(room, two, [660])).toEqual({ reason: 'booking-limit', most: 2 })
    expect(whyNot(cut, [books('me', [540])], [540])).toEqual({ reason: 'slot-already' })
  })

  test('a slot whose seats and places to wait are taken, and no sooner', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((who) => books(who, [540]))
    expect(whyNot(cut, five.slice(0, 4), [540])).toBeUndefined()
    expect(whyNot(cut, five, [540])).toMatchObject({ reason: 'slot-full' })
  })
})

describe('who has a seat', () => {
  const three = ['a', 'b', 'c'].map((who) => books(who, [540]))
  const leaves: SlotEvent = { id: 'leaves', at: morning, kind: 'leave', undoes: 'books-a' }
  const states = (events: SlotEvent[], now = morning) =>
    bookingsOf(dayOf(cut, events), now).map(({ member, state, position }) => [
      member,
      state,
      ...(position ? [position] : []),
    ])

  test('the first have one, the next waits, and has one as soon as another leaves', () => {
    expect(states(three)).toEqual([
      ['a', 'booked'],
      ['b', 'booked'],
      ['c', 'waiting', 1],
    ])
    expect(states([...three, leaves])).toMatchObject([
      ['a', 'cancelled'],
      ['b', 'booked'],
      ['c', 'booked'],
    ])
  })

  test('from two hours before on a freed seat is whoever’s asks for it: nobody is called from far away', () => {
    const late = { ...leaves, at: startOf(at, 540) - hour }
    expect(states([...three, late], late.at)).toMatchObject([
      ['a', 'cancelled'],
      ['b', 'booked'],
      ['c', 'waiting', 1],
    ])
    const asks = books('d', [540], { at: late.at })
    expect(states([...three, late, asks], late.at).at(-1)).toMatchObject(['d', 'booked'])
  })

  test('slots are each their own: several in a row are held by one, and free again together', () => {
    const long = dayOf(room, [books('a', [540, 600])])
    expect([540, 600, 660].map((slot) => seatingOf(long, slot, morning).free)).toEqual([0, 0, 1])
    const freed = dayOf(room, [books('a', [540, 600]), leaves])
    expect([540, 600].map((slot) => seatingOf(freed, slot, morning).free)).toEqual([1, 1])
  })

  test('what waits for a yes keeps its seat; a no, with its reason, frees it', () => {
    const asked = books('a', [540], { approval: true, shown: false })
    const yes: SlotEvent = { id: 'yes', at: morning, kind: 'approve', booking: 'books-a', by: 'desk' }
    const no: SlotEvent = { id: 'no', at: morning, kind: 'leave', undoes: 'books-a', by: 'desk', reason: '要开会' }
    const booking = (events: SlotEvent[]) => bookingsOf(dayOf(room, events), morning)[0]
    expect(booking([asked])).toMatchObject({ state: 'asked', shown: false })
    expect(booking([asked, yes])).toMatchObject({ state: 'booked', shown: true })
    expect(booking([asked, no])).toMatchObject({ state: 'declined', reason: '要开会' })
    expect(seatingOf(dayOf(room, [asked]), 540, morning).free).toBe(0)
    expect(seatingOf(dayOf(room, [asked, no]), 540, morning).free).toBe(1)
  })
})

describe('a day that is off and open again', () => {
  const off: SlotEvent = { id: 'off', at: morning, kind: 'cancel', by: 'desk', reason: '师傅病了' }
  const again: SlotEvent = { id: 'again', at: morning, kind: 'reopen', by: 'desk' }
  const three = ['a', 'b', 'c'].map((who) => books(who, [540]))
  const states = (events: SlotEvent[]) =>
    bookingsOf({ ...emptyDay(cut, at), events }, morning).map(({ member, state }) => [member, state])

  test('whoever was told stays off and has no seat; whoever comes since has one', () => {
    const events = [...three, off, again]
    expect(seatingOf({ ...emptyDay(cut, at), events }, 540, morning)).toMatchObject({ free: 2, waiting: 0 })
    expect(states([...events, books('d', [540]), books('a', [540], { id: 'books-a-again' })])).toEqual([
      ['a', 'off'],
      ['b', 'off'],
      ['c', 'off'],
      ['d', 'booked'],
      ['a', 'booked'],
    ])
    expect(bookingNotices(dayOf(cut, events), 4, morning)).toEqual([])
  })

  test('nothing that comes late changes what is off', () => {
    const late: SlotEvent[] = [
      { id: 'leaves', at: morning, kind: 'leave', undoes: 'books-a' },
      { id: 'came', at: morning, kind: 'mark', booking: 'books-b', came: true, by: 'desk' },
    ]
    expect(states([...three, off, again, ...late])).toEqual(states([...three, off]))
  })
})

describe('what is told', () => {
  const kinds = (events: SlotEvent[], told: number, now: number) =>
    bookingNotices(dayOf(cut, events), told, now).map(({ to, kind }) => [to, kind])

  test('each change once, the reminder on the evening before, and nothing to who left themselves', () => {
    const early = { at: at - 3 * day }
    const events: SlotEvent[] = [
      ...['a', 'b', 'c'].map((who) => books(who, [540], early)),
      { id: 'leaves', ...early, kind: 'leave', undoes: 'books-a' },
    ]
    expect(kinds(events, 0, early.at)).toEqual([
      ['a', 'booking-booked'],
      ['b', 'booking-booked'],
      ['c', 'booking-promoted'],
    ])
    expect(slotsWakeAt(dayOf(cut, events), early.at)).toBe(at - 6 * hour)
    expect(kinds(events, 4, at - 6 * hour - 1)).toEqual([])
    expect(kinds(events, 4, at - 6 * hour)).toEqual([
      ['b', 'booking-tomorrow'],
      ['c', 'booking-tomorrow'],
    ])
  })

  test('a day that is off says why to everyone who would have come', () => {
    const off: SlotEvent = { id: 'off', at: morning, kind: 'cancel', by: 'desk', reason: '师傅病了' }
    const told = bookingNotices(dayOf(cut, [books('a', [540]), off]), 1, morning)
    expect(told).toMatchObject([{ to: 'a', kind: 'booking-off', reason: '师傅病了' }])
  })
})
