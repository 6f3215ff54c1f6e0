import { hour } from '../../src/domain/day'
import { skills } from '../../src/domain/skill'
import { need } from './neighbours'
import { order } from './order-world'
import { member } from './world'
import { shift, volunteer } from './world-volunteer'

const from = Date.now() + hour

/** So many shifts, orders and needs each, all of them open: every one of them has to be looked at. */
export function openWeek(many: number) {
  const each = <Thing>(make: (n: number) => Thing) => Array.from({ length: many }, (_, n) => make(n))
  const opened = { id: 'opens-it', at: 1, by: 'staff', kind: 'opened', words: false } as const
  return {
    shifts: each((n) => ({
      ...shift('one', `shift-${n}`, { startsAt: from + (n % 150) * hour, count: 3 }),
      skills: n % 3 === 0 ? [skills[n % 30] as (typeof skills)[number]] : [],
    })),
    orders: each((n) => order('one', `order-${n}`, { home: false }, [opened])),
    needs: each((n) => need('one', `need-${n}`, { author: `neighbour-${n}`, building: n % 2 ? 'b-1' : 'b-2' })),
  }
}

/** A volunteer whom much of it fits. */
export const wen = member('one', 'wen', ['resident', 'volunteer'])
export const eager = volunteer('one', 'wen', {
  skills: skills.slice(0, 20),
  times: ['1-am', '2-am', '3-am', '4-am', '5-am', '6-am'],
  events: [
    ...volunteer('one', 'wen').events,
    { id: 'learns-homes', at: 4, by: 'staff', kind: 'train', topic: 'home-visits' },
    { id: 'may-homes', at: 5, by: 'staff', kind: 'clear', topic: 'home-visits', yes: true },
  ],
})
