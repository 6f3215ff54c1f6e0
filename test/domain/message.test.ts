import fc from 'fast-check'
import { derivedId } from '../../cloudfunctions/runtime/caller'
import { type Owed, owedBy } from '../../src/domain/message'
import type { RosterEvent } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import { story } from './stories'

const stories = 10_000

const idOf = ({ cause, party, kind }: Owed) => derivedId(22, 'r', cause, party, kind)

test(`over ${stories} random logs the same is owed however the telling is cut short and begun again, each thing once`, () => {
  const cuts = fc.array(fc.nat(30), { maxLength: 6 })
  fc.assert(
    fc.property(story, cuts, ({ rules, events }, where) => {
      const whole = owedBy({ rules, events }, 0)
      const ids = whole.map(idOf)
      expect(new Set(ids).size).toBe(ids.length)
      // A telling dies before it has said how far it came: the next one begins further back, and the log has grown.
      const inbox = new Map<string, Owed>()
      let told = 0
      for (const cut of [...where, 30]) {
        const length = Math.min(events.length, cut)
        for (const owed of owedBy({ rules, events: events.slice(0, length) }, told)) inbox.set(idOf(owed), owed)
        if (cut % 2 === 0) told = Math.max(told, length)
      }
      expect([...inbox.keys()].sort()).toEqual([...ids].sort())
    }),
    { numRuns: stories, seed: 7 },
  )
})

test('whoever was told of a seat last, has it; by the fold itself', () => {
  fc.assert(
    fc.property(story, ({ rules, events }) => {
      const last = new Map<string, string>()
      for (const { party, kind } of owedBy({ rules, events }, 0))
        if (kind === 'seated' || kind === 'promoted' || kind === 'offered' || kind === 'lapsed' || kind === 'held')
          last.set(party, kind)
      const at = Math.max(0, ...events.map((event) => event.at))
      const taken = new Set(events.flatMap((event) => (event.kind === 'take' ? [event.party] : [])))
      for (const party of seats({ rules, events }, at).parties) {
        const told = last.get(party.id)
        if (party.state === 'seated' && !taken.has(party.id)) expect(['seated', 'promoted']).toContain(told)
        if (party.state === 'held') expect(told).toBe('held')
      }
    }),
    { numRuns: 2_000, seed: 11 },
  )
})

const hour = 3_600_000
const rules = {
  capacity: 1,
  mostOvertakes: 2,
  priority: null,
  offersFrom: 10 * hour,
  offerFor: hour,
  settledFrom: 20 * hour,
}
const join = (id: string, at: number): RosterEvent => ({
  id,
  at,
  kind: 'join',
  member: `m-${id}`,
  people: [`m-${id}`],
  first: true,
})
const owed = (...events: RosterEvent[]) =>
  owedBy({ rules, events }, 0).map(({ to, kind, reason }) => [to, kind, ...(reason ? [reason] : [])])

test.each<[string, RosterEvent[], unknown[]]>([
  [
    'a seat at once, and a place in the line',
    [join('a', 1), join('b', 2)],
    [
      ['m-a', 'seated'],
      ['m-b', 'waiting'],
    ],
  ],
  [
    'one’s own leaving tells only who moves up',
    [join('a', 1), join('b', 2), { id: 'l', at: 3, kind: 'leave', undoes: 'a' }],
    [
      ['m-a', 'seated'],
      ['m-b', 'waiting'],
      ['m-b', 'promoted'],
    ],
  ],
  [
    'staff take someone off, with a reason',
    [join('a', 1), { id: 'l', at: 3, kind: 'leave', undoes: 'a', by: 's', reason: '重复报名' }],
    [
      ['m-a', 'seated'],
      ['m-a', 'removed', '重复报名'],
    ],
  ],
  [
    'a clash was told on the screen',
    [join('a', 1), { id: 'l', at: 3, kind: 'leave', undoes: 'a', by: 'clash' }],
    [['m-a', 'seated']],
  ],
  [
    'an offer, and that it lapsed',
    [
      join('a', 1),
      join('b', 2),
      { id: 'l', at: 11 * hour, kind: 'leave', undoes: 'a' },
      { id: 't', at: 13 * hour, kind: 'tick' },
    ],
    [
      ['m-a', 'seated'],
      ['m-b', 'waiting'],
      ['m-b', 'offered'],
      ['m-b', 'lapsed'],
    ],
  ],
  [
    'cancelled, and a notice: to all on the list',
    [
      join('a', 1),
      join('b', 2),
      { id: 'n', at: 3, kind: 'notice', text: '带伞', by: 's' },
      { id: 'c', at: 4, kind: 'cancel', by: 's', reason: '下雨' },
    ],
    [
      ['m-a', 'seated'],
      ['m-b', 'waiting'],
      ['m-a', 'notice', '带伞'],
      ['m-b', 'notice', '带伞'],
      ['m-a', 'cancelled', '下雨'],
      ['m-b', 'cancelled', '下雨'],
    ],
  ],
])('%s', (_, events, told) => {
  expect(owed(...events)).toEqual(told)
})
