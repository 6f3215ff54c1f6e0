import { tracesIn } from '../../src/domain/audit'
import type { RosterEvent } from '../../src/domain/roster'

/** A log of what happened to 黄's party and to a neighbour's; `at` counts up. */
const events: RosterEvent[] = [
  { id: 'join-a', kind: 'join', member: 'huang', people: ['huang', 'huang.k'], first: true },
  { id: 'join-b', kind: 'join', member: 'chen', people: ['chen'], first: true },
  { id: 'cut', kind: 'capacity', capacity: 1, waitCapacity: 0, by: 'staff', reason: '房间小了' },
  { id: 'move-a', kind: 'move', party: 'join-a', to: 'wait', by: 'staff', reason: '本人说先不来' },
  { id: 'move-b', kind: 'move', party: 'join-b', to: 'seat', by: 'staff', reason: '现场有空位' },
  { id: 'in-self', kind: 'check-in', people: ['huang'], by: 'huang', way: 'code' },
  { id: 'in-staff', kind: 'check-in', people: ['huang.k'], by: 'staff', way: 'name', reason: '忘了扫' },
  { id: 'in-b', kind: 'check-in', people: ['chen'], by: 'staff', way: 'name' },
  { id: 'undo', kind: 'undo-check-in', undoes: 'in-self', by: 'staff', reason: '点错了人' },
  { id: 'clash', kind: 'leave', undoes: 'join-a', by: 'clash' },
  { id: 'own', kind: 'leave', undoes: 'join-a' },
  { id: 'off', kind: 'leave', undoes: 'join-a', by: 'other', reason: '报错了人' },
].map((event, at) => ({ ...event, at }) as RosterEvent)

const roster = { _id: 'walk', title: '晨练', events }

test('what staff did to one’s parties and people is told, and nothing of one’s own doing or of a neighbour’s', () => {
  expect(tracesIn(roster, 'huang').map(({ id, kind, by, reason }) => [id, kind, by, reason])).toEqual([
    ['walk.move-a', 'wait', 'staff', '本人说先不来'],
    ['walk.in-staff', 'check-in', 'staff', '忘了扫'],
    ['walk.undo', 'undo-check-in', 'staff', '点错了人'],
    ['walk.off', 'remove', 'other', '报错了人'],
  ])
  expect(tracesIn(roster, 'chen').map(({ kind }) => kind)).toEqual(['seat', 'check-in'])
  expect(tracesIn(roster, 'staff')).toEqual([])
})
