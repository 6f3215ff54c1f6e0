import { day, startOfDay } from '../../src/domain/day'
import { kid } from './world'

const intent = 'intent-hostile-1'
const reason = '看看能不能'
const tomorrow = startOfDay(Date.now()) + day
const on = { timetable: 'one-room', day: tomorrow }
const booking = { intent, ...on, booking: 'intent-huang-one' }
const child = kid('one', 'huang', 'k1').id
const theirs = { intent, ...on, slots: [540], person: child, people: 2, purpose: '过生日' }

/** Aimed at what is someone else's, with what they are told. */
const aimed = (input: Record<string, unknown>, told: string): [Record<string, unknown>, string][] => [[input, told]]

/** What is expected of booking. */
export const bookingExpectations = {
  'booking.list': { needs: 'anyone', input: {}, writes: false },
  'booking.open': {
    needs: 'anyone',
    input: { timetable: 'one-room', item: 'haircut' },
    nullable: ['timetable', 'item'],
    writes: false,
  },
  'booking.mine': { needs: 'see-own-record', input: {}, writes: false },
  'booking.book': {
    needs: 'book-room',
    input: theirs,
    nullable: ['purpose'],
    writes: true,
    strangers: aimed(theirs, 'not-your-family'),
  },
  'booking.bookFor': {
    needs: 'place-order-for',
    input: { ...theirs, person: child.split('.')[0], name: '陈婆婆', band: '80+', building: 'b-1', consent: true },
    nullable: ['purpose', 'person', 'building'],
    writes: true,
  },
  'booking.cancel': { needs: 'book-room', input: booking, writes: true, strangers: aimed(booking, 'not-found') },
  'booking.desk': { needs: 'approve-room', input: { day: tomorrow }, writes: false },
  'booking.decide': {
    needs: 'approve-room',
    input: { ...booking, approve: false, reason },
    nullable: ['reason'],
    writes: true,
  },
  'booking.mark': { needs: 'approve-room', input: { ...booking, came: true }, writes: true },
  'booking.closeDay': { needs: 'approve-room', input: { intent, ...on, reason }, writes: true },
  'booking.openDay': { needs: 'approve-room', input: { intent, ...on }, writes: true },
  'booking.saveTimetable': {
    needs: 'approve-room',
    input: {
      intent,
      timetable: 'one-cut',
      version: 1,
      kind: 'service',
      title: '理发',
      item: 'haircut',
      place: '一楼',
      note: '自带毛巾',
      provider: '阿芬店',
      approval: false,
      weekdays: [1, 3],
      opensAt: 540,
      closesAt: 1020,
      minutes: 30,
      capacity: 2,
      waitCapacity: 3,
      people: 1,
      most: 1,
      from: tomorrow,
      until: tomorrow,
      open: true,
    },
    // A service is one of the menu's: without an item it is none.
    nullable: ['provider', 'until'],
    writes: true,
  },
}
