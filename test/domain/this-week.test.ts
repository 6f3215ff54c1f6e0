import { usualRest } from '../../src/domain/shift-rest'
import { hour } from '../../src/domain/day'
import { type Helper, partsOf, type Task, whatFits } from '../../src/domain/this-week'

/** A Monday, at midnight in Shanghai. */
const monday = Date.parse('2026-11-23T00:00+08:00')
const at = (day: number, hours: number) => monday + day * 24 * hour + hours * hour
const now = monday

const helper = (more: Partial<Helper> = {}): Helper => ({
  person: 'me',
  band: '35-59',
  building: 'b-1',
  team: null,
  skills: [],
  proven: [],
  trained: ['basics'],
  cleared: [],
  times: ['1-am', '2-am'],
  places: ['centre'],
  withWhom: ['elders'],
  languages: ['mandarin', 'cantonese'],
  weekHours: 5,
  calendar: [],
  rest: usualRest,
  ...more,
})

const task = (id: string, more: Partial<Task> = {}): Task => ({
  kind: 'shift',
  id,
  startsAt: at(0, 9),
  endsAt: at(0, 11),
  parts: [],
  skills: [],
  skillsAre: 'all',
  licensed: false,
  training: [],
  bands: null,
  building: null,
  placeKind: null,
  withWhom: null,
  language: null,
  team: null,
  lack: 1,
  swap: false,
  ...more,
})

const fits = (tasks: Task[], of: Partial<Helper> = {}) => whatFits(tasks, helper(of), now)
const ids = (tasks: Task[], of: Partial<Helper> = {}) => fits(tasks, of).map(({ task: { id } }) => id)
const whys = (one: Task, of: Partial<Helper> = {}) => fits([one], of)[0]?.reasons.map(({ why }) => why)

describe('hard facts are never traded for a better score', () => {
  const engaged = (startsAt: number, endsAt: number, duty = false) => ({
    party: 'p',
    roster: 'other',
    title: '别的',
    people: ['me'],
    startsAt,
    endsAt,
    ...(duty && { duty: true as const }),
  })

  test.each<[string, Partial<Task>, Partial<Helper>]>([
    ['an age', { bands: ['18-34'] }, {}],
    ['training', { training: ['home-visits'] }, {}],
    ['staff’s yes to it', { training: ['home-visits'] }, { trained: ['basics', 'home-visits'] }],
    ['one of several skills', { skills: ['skill-law', 'skill-photo'] }, { skills: ['skill-law'] }],
    ['a craft nobody should try', { skills: ['skill-plumbing'], skillsAre: 'one' }, {}],
    ['a certificate', { skills: ['skill-nursing'], licensed: true }, { skills: ['skill-nursing'] }],
    ['time: something else is on', {}, { calendar: [engaged(at(0, 10), at(0, 12))] }],
    [
      'rest: a full day of shifts',
      { startsAt: at(0, 19), endsAt: at(0, 21) },
      { calendar: [engaged(at(0, 8), at(0, 15), true)] },
    ],
    [
      'a night: late and early',
      { startsAt: at(1, 6), endsAt: at(1, 8) },
      { calendar: [engaged(at(0, 20), at(0, 23), true)] },
    ],
  ])('%s', (_, of, who) => {
    expect(ids([task('it', { team: 't', building: 'b-1', ...of })], { team: 't', ...who })).toEqual([])
  })

  test('who is on it already is not shown it; what touches another thing’s end is free', () => {
    const own = { ...engaged(at(0, 9), at(0, 11)), roster: 'it' }
    expect(ids([task('it')], { calendar: [own] })).toEqual([])
    expect(ids([task('it')], { calendar: [engaged(at(0, 7), at(0, 9))] })).toEqual(['it'])
  })
})

describe('the best comes first, and says why', () => {
  test('a skill before a mere free hour, a free hour before an unusual one; of the same, the sooner, then by id', () => {
    const tasks = [
      task('later', { startsAt: at(1, 9), endsAt: at(1, 11) }),
      task('b'),
      task('a'),
      task('evening', { startsAt: at(0, 19), endsAt: at(0, 21) }),
      task('skilled', { skills: ['skill-haircut'] }),
    ]
    expect(ids(tasks, { skills: ['skill-haircut'] })).toEqual(['skilled', 'a', 'b', 'later', 'evening'])
  })

  test.each<[string, Partial<Task>, Partial<Helper>, string[]]>([
    ['time and that somebody is missing', {}, {}, ['time', 'short']],
    ['a skill of one’s own', { skills: ['skill-law'] }, { skills: ['skill-law'] }, ['skill', 'time', 'short']],
    [
      'a skill that helps, though it is not needed',
      { skills: ['skill-tea'], skillsAre: 'helpful' },
      { skills: ['skill-tea'] },
      ['skill', 'time', 'short'],
    ],
    ['somebody’s seat', { swap: true, lack: 0 }, {}, ['time', 'swap']],
    ['one’s team', { team: 't' }, { team: 't' }, ['time', 'short', 'team']],
    [
      'near, with whom, in which language, where',
      { building: 'b-1', withWhom: 'elders', language: 'cantonese', placeKind: 'centre' },
      {},
      ['time', 'short', 'near', 'with', 'language', 'place'],
    ],
    ['a time to be agreed', { kind: 'need', startsAt: null, endsAt: null }, {}, ['agreed-time']],
    [
      'a wide time, some of which is free',
      { kind: 'need', startsAt: null, endsAt: null, parts: ['7-eve', '2-am'] },
      {},
      ['time'],
    ],
    [
      'a wide time, none of which is',
      { kind: 'need', startsAt: null, endsAt: null, parts: ['7-eve'] },
      {},
      ['unusual-time'],
    ],
    [
      'more than they wished to give',
      { startsAt: at(1, 8), endsAt: at(1, 12) },
      { weekHours: 3 },
      ['time', 'short', 'enough'],
    ],
  ])('%s', (_, of, who, expected) => {
    expect(whys(task('it', of), who)).toEqual(expected)
  })
})

test.each([
  ['a morning', at(0, 9), at(0, 11), ['1-am']],
  ['over noon', at(0, 9), at(0, 14), ['1-am', '1-pm']],
  ['a few minutes over noon', at(0, 9), at(0, 12.25), ['1-am']],
  ['Sunday evening', at(6, 19), at(6, 21), ['7-eve']],
  ['very short', at(0, 11.9), at(0, 12.1), ['1-am', '1-pm']],
] as const)('parts of the week: %s', (_, from, to, parts) => {
  expect(partsOf(from, to)).toEqual(parts)
})
