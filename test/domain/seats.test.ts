import type { RosterEvent, SeatRules } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import type { Party } from '../../src/domain/seating'
import { firstOutcome } from '../../src/domain/sign-up'

const minute = 60_000
const hour = 60 * minute

const rules: SeatRules = {
  capacity: 3,
  mostOvertakes: 2,
  priority: null,
  offersFrom: 100 * hour,
  offerFor: 2 * hour,
  settledFrom: 124 * hour,
}

/** One event a word: "join 陈 2" (a party of two), "leave 陈", "take 陈", "seat 陈", "hold 陈", "capacity 5", "start 200", "cancel", "notice", "tick". */
function log(...lines: [hours: number, words: string][]): RosterEvent[] {
  return lines.map(([hours, words], index) => {
    const [verb, who = '', size = '1'] = words.split(' ')
    const stamp = { id: verb === 'join' ? who : `${index} ${words}`, at: hours * hour }
    const staff = { by: 'staff', reason: 'because' }
    if (verb === 'join') {
      const people = Array.from({ length: Number(size) }, (_, n) => `${who}.${n}`)
      return { ...stamp, kind: 'join', member: who, people, first: who.startsWith('长') }
    }
    if (verb === 'leave') return { ...stamp, kind: 'leave', undoes: who }
    if (verb === 'take') return { ...stamp, kind: 'take', party: who }
    if (verb === 'seat') return { ...stamp, kind: 'move', party: who, to: 'seat', ...staff }
    if (verb === 'hold') return { ...stamp, kind: 'move', party: who, to: 'wait', ...staff }
    if (verb === 'capacity') return { ...stamp, kind: 'capacity', capacity: Number(who), waitCapacity: 9, ...staff }
    if (verb === 'cancel') return { ...stamp, kind: 'cancel', ...staff }
    if (verb === 'notice') return { ...stamp, kind: 'notice', text: 'soon', by: 'staff' }
    if (verb === 'start') {
      const startsAt = Number(who) * hour
      const times = { startsAt, endsAt: startsAt + hour, closesAt: startsAt, settledFrom: startsAt }
      return { ...stamp, kind: 'time', ...times, offersFrom: startsAt - 24 * hour, ...staff }
    }
    return { ...stamp, kind: 'tick' }
  })
}

const told = (parties: Party[]) => parties.map((party) => `${party.id} ${party.state}`).join(', ')

const cases: [guarantee: string, events: RosterEvent[], at: number, rules: SeatRules, outcome: string][] = [
  [
    'first come, first seated',
    log([0, 'join 陈 2'], [1, 'join 林'], [2, 'join 黄']),
    3,
    rules,
    '陈 seated, 林 seated, 黄 waiting',
  ],
  [
    'the freed seat goes to the first of the line',
    log([0, 'join 陈 3'], [1, 'join 林'], [1, 'join 黄'], [2, 'leave 陈']),
    3,
    rules,
    '林 seated, 黄 seated',
  ],
  [
    'a party is seated together or waits together',
    log([0, 'join 陈 2'], [1, 'join 林 2']),
    2,
    rules,
    '陈 seated, 林 waiting',
  ],
  [
    'a small party may pass one that does not fit',
    log([0, 'join 陈 2'], [1, 'join 林 2'], [2, 'join 黄']),
    3,
    rules,
    '陈 seated, 黄 seated, 林 waiting',
  ],
  [
    'passed as often as may be, a party holds the next seats',
    log(
      [0, 'join 陈 2'],
      [1, 'join 林 2'],
      [2, 'join 黄'],
      [3, 'leave 黄'],
      [4, 'join 何'],
      [5, 'leave 何'],
      [6, 'join 罗'],
    ),
    7,
    rules,
    '陈 seated, 林 waiting, 罗 waiting',
  ],
  [
    'whoever leaves and comes again stands at the end',
    log([0, 'join 陈 3'], [1, 'join 林'], [2, 'join 黄'], [3, 'leave 林'], [4, 'join 林2']),
    5,
    rules,
    '陈 seated, 黄 waiting, 林2 waiting',
  ],
  [
    'a cut in capacity unseats nobody',
    log([0, 'join 陈 2'], [1, 'join 林'], [2, 'capacity 1']),
    3,
    rules,
    '陈 seated, 林 seated',
  ],
  [
    'after a cut nobody is moved up until there is room again',
    log([0, 'join 陈 2'], [0, 'join 林'], [1, 'join 黄'], [2, 'capacity 2'], [3, 'leave 林']),
    4,
    rules,
    '陈 seated, 黄 waiting',
  ],
  [
    'a raise moves the line up',
    log([0, 'join 陈 3'], [1, 'join 林 2'], [1, 'join 黄'], [2, 'capacity 5']),
    3,
    rules,
    '陈 seated, 林 seated, 黄 waiting',
  ],
  [
    'a party larger than the table holds nobody up',
    log([0, 'join 陈 3'], [1, 'join 林 2'], [2, 'capacity 1'], [3, 'leave 陈'], [4, 'join 黄']),
    5,
    rules,
    '黄 seated, 林 waiting',
  ],
  [
    'staff may seat someone over capacity',
    log([0, 'join 陈 3'], [1, 'join 林'], [2, 'seat 林']),
    3,
    rules,
    '陈 seated, 林 seated',
  ],
  ['someone staff moved to the list waits for staff', log([0, 'join 陈'], [1, 'hold 陈']), 2, rules, '陈 held'],
  [
    'near the start a freed seat is offered, not given',
    log([0, 'join 陈 3'], [1, 'join 林'], [101, 'leave 陈']),
    102,
    rules,
    '林 offered',
  ],
  [
    'an offer that is taken is a seat',
    log([0, 'join 陈 3'], [1, 'join 林'], [101, 'leave 陈'], [102, 'take 林']),
    110,
    rules,
    '林 seated',
  ],
  [
    'an offer that lapses goes to the next',
    log([0, 'join 陈 3'], [1, 'join 林 3'], [1, 'join 黄'], [101, 'leave 陈']),
    103,
    rules,
    '黄 offered, 林 lapsed',
  ],
  [
    'whoever let an offer pass may ask again, and is there to take the seat',
    log([0, 'join 陈 3'], [1, 'join 林'], [101, 'leave 陈'], [104, 'take 林']),
    105,
    rules,
    '林 seated',
  ],
  ['near the start a newcomer gets a free seat at once', log([101, 'join 陈']), 102, rules, '陈 seated'],
  [
    'after the start nobody is moved up',
    log([0, 'join 陈 3'], [1, 'join 林'], [125, 'leave 陈']),
    126,
    rules,
    '林 waiting',
  ],
  [
    'in a priority window the others wait, however many seats are free',
    log([0, 'join 林'], [1, 'join 长者陈']),
    2,
    { ...rules, priority: { until: 10 * hour, bands: [], buildings: [], label: '' } },
    '长者陈 seated, 林 waiting',
  ],
  [
    'after the window the others are seated in the order in which they came',
    log([0, 'join 林'], [1, 'join 长者陈 2'], [2, 'join 黄']),
    10,
    { ...rules, priority: { until: 10 * hour, bands: [], buildings: [], label: '' } },
    '长者陈 seated, 林 seated, 黄 waiting',
  ],
  [
    'a later start makes a freed seat a gift again, not an offer',
    log([0, 'join 陈 3'], [1, 'join 林'], [90, 'start 200'], [101, 'leave 陈']),
    102,
    rules,
    '林 seated',
  ],
  [
    'an earlier start makes a freed seat an offer',
    log([0, 'join 陈 3'], [1, 'join 林'], [10, 'start 40'], [20, 'leave 陈']),
    21,
    rules,
    '林 offered',
  ],
  [
    'a later start unseats nobody and lets an offer stand',
    log([0, 'join 陈 2'], [0, 'join 黄'], [1, 'join 林'], [101, 'leave 黄'], [102, 'start 300']),
    102.5,
    rules,
    '陈 seated, 林 offered',
  ],
  [
    'an offer lasts no longer than until the new start',
    log([0, 'join 陈 2'], [0, 'join 黄'], [1, 'join 林'], [101, 'leave 黄'], [101.5, 'start 102']),
    102.5,
    rules,
    '陈 seated, 林 lapsed',
  ],
  [
    'a start that was put off lets the line move up again',
    log([0, 'join 陈 3'], [1, 'join 林'], [125, 'leave 陈'], [126, 'start 200']),
    127,
    rules,
    '林 seated',
  ],
  [
    'once it is cancelled nobody is moved up, whoever leaves',
    log([0, 'join 陈 3'], [1, 'join 林'], [2, 'cancel'], [3, 'leave 陈'], [4, 'capacity 9']),
    5,
    rules,
    '林 waiting',
  ],
  ['a notice moves nobody', log([0, 'join 陈 3'], [1, 'join 林'], [2, 'notice']), 3, rules, '陈 seated, 林 waiting'],
  [
    'an undo before its sign-up leaves nothing',
    log([0, 'leave 陈'], [1, 'join 陈'], [2, 'join 林']),
    3,
    rules,
    '林 seated',
  ],
]

test.each(cases)('%s', (_guarantee, events, at, by, outcome) => {
  const seating = seats({ rules: by, events }, at * hour)
  const names = told(seating.parties).split(', ').sort()
  expect(names).toEqual(outcome.split(', ').sort())
})

test('time alone moves the line, and says that it has not been told', () => {
  const events = log([0, 'join 陈 3'], [1, 'join 林 3'], [1, 'join 黄'], [101, 'leave 陈'])
  expect(seats({ rules, events }, 101 * hour).untold).toBe(false)
  expect(seats({ rules, events }, 103 * hour).untold).toBe(true)
  const ticked: RosterEvent[] = [...events, { id: 'tick', at: 103 * hour, kind: 'tick' }]
  expect(seats({ rules, events: ticked }, 103 * hour).untold).toBe(false)
})

test('a sign-up’s first outcome stays what it was, whatever happens later', () => {
  const events = log([0, 'join 陈 3'], [1, 'join 林'], [2, 'leave 陈'], [3, 'leave 林'])
  expect(firstOutcome({ rules, events }, '林')?.party.state).toBe('waiting')
})
