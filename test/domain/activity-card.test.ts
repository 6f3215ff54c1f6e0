import { type CardRow, cardOf, glanceOfGuard, hasRoom } from '../../src/domain/activity-card'

describe('seats from the guard fields', () => {
  test.each([
    ['nobody yet', { capacity: 10, waitCapacity: 5, room: 15 }, { free: 10, waiting: 0, waitRoom: 5 }],
    ['some are in', { capacity: 10, waitCapacity: 5, room: 8 }, { free: 3, waiting: 0, waitRoom: 5 }],
    ['just full', { capacity: 10, waitCapacity: 5, room: 5 }, { free: 0, waiting: 0, waitRoom: 5 }],
    ['some wait', { capacity: 10, waitCapacity: 5, room: 2 }, { free: 0, waiting: 3, waitRoom: 2 }],
    ['no place to wait either', { capacity: 10, waitCapacity: 5, room: 0 }, { free: 0, waiting: 5, waitRoom: 0 }],
    ['cut below who is there', { capacity: 4, waitCapacity: 5, room: -6 }, { free: 0, waiting: 11, waitRoom: 0 }],
    ['no waiting list', { capacity: 10, waitCapacity: 0, room: 1 }, { free: 1, waiting: 0, waitRoom: 0 }],
  ])('%s', (_, guard, expected) => {
    expect(glanceOfGuard(guard)).toEqual({ capacity: guard.capacity, ...expected })
  })
})

const row: CardRow = {
  _id: 'walk',
  title: '晨练',
  category: 'elder-health',
  startsAt: 1000,
  endsAt: 2000,
  place: { id: 'r-1', name: '多功能厅', note: '' },
  organiser: { id: 'org-a', name: '荔风社' },
  bands: ['60-79'],
  state: 'open',
  roster: { opensAt: 100, closesAt: 900, capacity: 2, waitCapacity: 0, room: 1, mine: false },
}

describe('a card still has room', () => {
  test.each([
    ['while sign-up is open and a seat is free', 500, row, true],
    ['not before sign-up opens', 99, row, false],
    ['not from the moment it closes', 900, row, false],
    ['not when it is called off', 500, { ...row, state: 'cancelled' as const }, false],
    ['not when every seat is taken', 500, { ...row, roster: { ...row.roster, room: 0 } }, false],
  ])('%s', (_, now, about, expected) => {
    expect(hasRoom(cardOf(about), now)).toBe(expected)
  })
})
