import { lendingOf, openStates } from '../../src/domain/loan'
import type { Thing } from '../../src/domain/thing'
import type { Timetable } from '../../src/domain/timetable'

/** Five wheelchairs, lent for two weeks; a log in `more` brings its guard fields along. */
export function thing(at: string, _id: string, more: Partial<Thing> = {}): Thing {
  const stock = more.stock ?? 5
  const waitCapacity = more.waitCapacity ?? 30
  const made: Thing = {
    _id,
    centre: at,
    name: '轮椅',
    item: 'wheelchair-loan',
    glyph: 'wheelchair',
    note: '先试坐，再推走。',
    deposit: '登记一下就行，不收押金',
    days: 14,
    organisation: null,
    team: null,
    state: 'open',
    stock,
    mending: 0,
    waitCapacity,
    left: stock + waitCapacity,
    people: [],
    wake: Number.MAX_SAFE_INTEGER,
    told: 0,
    version: 1,
    saved: 'before',
    firstStock: stock,
    events: [],
    ...more,
  }
  const standing = lendingOf(made, Date.now()).loans.filter(({ state }) => openStates.includes(state))
  return {
    ...made,
    left: more.left ?? made.stock - made.mending + waitCapacity - standing.length,
    people: more.people ?? standing.map(({ person }) => person),
  }
}

const byTheSlot = (at: string, _id: string): Timetable => ({
  _id,
  centre: at,
  kind: 'room',
  title: '排练室',
  item: null,
  place: '四楼',
  note: '镜墙、音响限音。',
  provider: null,
  organisation: null,
  team: null,
  private: false,
  approval: false,
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  opensAt: 9 * 60,
  closesAt: 21 * 60,
  minutes: 60,
  capacity: 1,
  waitCapacity: 0,
  people: 30,
  most: 3,
  from: 0,
  until: null,
  off: [],
  state: 'open',
  version: 1,
  saved: 'before',
})

/** A room, open every day from nine to nine by the hour, for up to three hours in a row. */
export const timetable = (at: string, _id: string, more: Partial<Timetable> = {}): Timetable => ({
  ...byTheSlot(at, _id),
  ...more,
})

/** A haircut for two at a time, and three who may wait. */
export const service = (at: string, _id: string, more: Partial<Timetable> = {}): Timetable => ({
  ...byTheSlot(at, _id),
  kind: 'service',
  title: '理发',
  item: 'haircut',
  place: '一楼',
  note: '自带毛巾。',
  provider: '阿芬店',
  minutes: 30,
  capacity: 2,
  waitCapacity: 3,
  people: 1,
  most: 1,
  ...more,
})
