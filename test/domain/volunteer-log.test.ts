import type { VolunteerEvent } from '../../src/domain/volunteer'
import { holdsAt, provenAt, standingOf, whyNotStep } from '../../src/domain/volunteer-log'

type Without<Event> = Event extends VolunteerEvent ? Omit<Event, 'id' | 'at' | 'by'> : never
type Step = Without<VolunteerEvent>

const log = (...steps: Step[]): VolunteerEvent[] =>
  steps.map((step, at) => ({ id: `e${at}`, at, by: 'x', ...step }) as VolunteerEvent)
const apply = { kind: 'apply' } as const
const basics = { kind: 'train', topic: 'basics' } as const
const admit = { kind: 'admit' } as const
const homes = { kind: 'train', topic: 'home-visits' } as const
const suspend = { kind: 'suspend', reason: '私下收钱' } as const
const restore = { kind: 'restore', reason: '说清楚了' } as const

describe('where a volunteer stands follows from the log', () => {
  test.each<[string, Step[], string]>([
    ['who registers waits to be looked at', [apply], 'applied'],
    ['looked at, they learn', [apply, { kind: 'accept' }], 'training'],
    ['trained and admitted, they serve', [apply, basics, admit], 'active'],
    ['they rest', [apply, basics, admit, { kind: 'rest' }], 'resting'],
    ['and come back', [apply, basics, admit, { kind: 'rest' }, { kind: 'resume' }], 'active'],
    ['they leave', [apply, basics, admit, { kind: 'leave' }], 'left'],
    ['and begin anew', [apply, basics, admit, { kind: 'leave' }, apply], 'applied'],
    [
      'suspended while resting, restored they rest',
      [apply, basics, admit, { kind: 'rest' }, suspend, restore],
      'resting',
    ],
    ['suspended before they were admitted, restored they are not', [apply, suspend, restore], 'applied'],
    ['a step that cannot be is none', [apply, { kind: 'resume' }, restore], 'applied'],
  ])('%s', (_, steps, state) => {
    expect(standingOf(log(...steps)).state).toBe(state)
  })

  test('an event that is there twice counts once; what was learnt outlasts leaving', () => {
    const events = log(
      apply,
      basics,
      admit,
      homes,
      { kind: 'clear', topic: 'home-visits', yes: true },
      { kind: 'leave' },
    )
    expect(standingOf([...events, ...events])).toMatchObject({
      state: 'left',
      trained: ['basics', 'home-visits'],
      cleared: ['home-visits'],
      team: null,
    })
  })
})

describe('what may not be done', () => {
  const whyNot = (steps: Step[], step: Step, minor = false) =>
    whyNotStep({ events: log(...steps) }, { id: 'new', at: 9, by: 'y', ...step } as VolunteerEvent, minor)

  test.each<[string, Step[], Step, boolean, object | undefined]>([
    ['nobody serves without the basics', [apply], admit, false, { reason: 'training-needed', topic: 'basics' }],
    [
      'nobody goes into homes untrained',
      [apply],
      { kind: 'clear', topic: 'home-visits', yes: true },
      false,
      { reason: 'training-needed' },
    ],
    [
      'no minor goes into homes',
      [apply, homes],
      { kind: 'clear', topic: 'home-visits', yes: true },
      true,
      { reason: 'minor-no-home-visit' },
    ],
    [
      'taking a permission back needs no training',
      [apply],
      { kind: 'clear', topic: 'home-visits', yes: false },
      false,
      undefined,
    ],
    ['who waits cannot rest', [apply], { kind: 'rest' }, false, { reason: 'volunteer-state', state: 'applied' }],
    [
      'who is suspended cannot leave it that way',
      [apply, suspend],
      { kind: 'leave' },
      false,
      { reason: 'volunteer-state' },
    ],
    [
      'who left is in no team',
      [apply, { kind: 'leave' }],
      { kind: 'team', team: 't' },
      false,
      { reason: 'volunteer-state' },
    ],
  ])('%s', (_, steps, step, minor, refusal) => {
    const found = whyNot(steps, step, minor)
    if (refusal) expect(found).toMatchObject(refusal)
    else expect(found).toBeUndefined()
  })
})

test('a certificate holds once it was seen, to its last moment; only a skill that it names is proven', () => {
  const paper = {
    id: 'p',
    name: '证',
    skill: 'skill-nursing',
    expiresAt: 10,
    file: null,
    at: 0,
    state: 'valid',
  } as const
  expect([holdsAt(paper, 10), holdsAt(paper, 11), holdsAt({ ...paper, state: 'waiting' }, 5)]).toEqual([
    true,
    false,
    false,
  ])
  expect(provenAt([paper, { ...paper, skill: null }, { ...paper, skill: 'skill-law', expiresAt: null }], 99)).toEqual([
    'skill-law',
  ])
})
