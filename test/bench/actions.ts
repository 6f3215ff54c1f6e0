import type { CollectionName } from '../../cloudfunctions/runtime/collections'
import { skills } from '../../src/domain/skill'
import type { Role } from '../../src/domain/role'
import { memberId } from '../../cloudfunctions/runtime/caller'
import { type Town, town } from '../functions/town'
import { openWeek } from '../functions/open-week'
import { activity, kid, member } from '../functions/world'
import { volunteer } from '../functions/world-volunteer'
import { type Latency, latencyOf } from './measure'

/** One action of a person: what it costs in a cold function, and how long it takes in a cold and in a warm one. */
export interface ActionCost {
  requests: number
  most: number
  coldMs: Latency
  warmMs: Latency
}

interface Action {
  name: string
  called: `${string}.${string}`
  most: number
  input(turn: number): unknown
  /** What has to be there before each turn. */
  before?(turn: number): Promise<unknown>
}

const turns = 12
/** So many shifts, orders and needs each. */
const open = 1000
const self = memberId('one', 'web:ana')
const child = kid('one', 'ana', 'k').id

async function actionsOf(here: Town): Promise<Action[]> {
  const made = [0, 1, 2].map((n) => activity('one', `bench-${n}`, { capacity: 500, waitCapacity: 500 }))
  const [first, second] = made
  if (!first || !second) throw new Error('nothing to sign up for')
  const full = activity('one', 'bench-full', { capacity: 1, waitCapacity: 0, room: 0, startsAt: first.activity.endsAt })
  await here.put(
    'activities',
    [first, second, full].map((each) => each.activity),
  )
  await here.put(
    'rosters',
    [first, second, full].map((each) => each.roster),
  )
  const roles: Role[] = ['resident', 'family-proxy', 'volunteer']
  await here.put('members', [member('one', 'ana', roles, { family: [kid('one', 'ana', 'k')] })])
  await here.put('volunteers', [volunteer('one', 'ana', { skills: skills.slice(0, 20) })])
  for (const [name, all] of Object.entries(openWeek(open)))
    for (let at = 0; at < all.length; at += 50) await here.put(name as CollectionName, all.slice(at, at + 50))
  const signUp = (intent: string, on: string) => ({ intent, activity: on, people: [self, child] })
  const leave = (intent: string, party: string) => ({ intent, activity: 'bench-0', party })
  const out = (turn: string) => here.ask('ana', 'activity.leave', leave(`bench-out-${turn}`, `bench-${turn}`))
  const come = (turn: string) => here.ask('ana', 'activity.signUp', signUp(`bench-${turn}`, 'bench-0'))
  return [
    { name: 'home', called: 'centre.open', most: 2, input: () => ({}) },
    { name: 'list', called: 'activity.list', most: 2, input: () => ({ filter: 'all', words: '', after: null }) },
    { name: 'detail', called: 'activity.open', most: 3, input: () => ({ activity: 'bench-0' }) },
    { name: 'my table', called: 'activity.mine', most: 3, input: () => ({}) },
    {
      name: 'sign-up',
      called: 'activity.signUp',
      most: 3,
      input: (turn) => signUp(`bench-s${turn}x`, 'bench-0'),
      before: (turn) => out(`s${turn - 1}x`),
    },
    {
      name: 'sign-up, refused (full)',
      called: 'activity.signUp',
      most: 4,
      input: (turn) => signUp(`bench-f${turn}x`, 'bench-full'),
    },
    {
      name: 'sign-up, replayed',
      called: 'activity.signUp',
      most: 4,
      input: () => signUp(`bench-s${2 * turns - 1}x`, 'bench-0'),
    },
    {
      name: 'sign-up, clash',
      called: 'activity.signUp',
      most: 4,
      input: (turn) => signUp(`bench-c${turn}x`, 'bench-1'),
    },
    { name: 'this week, of 1,000 shifts, orders, needs', called: 'shift.week', most: 3, input: () => ({}) },
    {
      name: 'take a shift',
      called: 'shift.signUp',
      most: 4,
      input: (turn) => ({ intent: `bench-t${turn}x`, shift: `shift-${3 * turn + 1}`, people: [self] }),
      before: async (turn) => {
        const [shift, party] = [`shift-${3 * turn - 2}`, `bench-t${turn - 1}x`]
        if (turn > 0) await here.ask('ana', 'shift.leave', { intent: `bench-tl${turn}x`, shift, party })
      },
    },
    {
      name: 'leave',
      called: 'activity.leave',
      most: 3,
      input: (turn) => leave(`bench-l-out-${turn}`, `bench-l${turn}x`),
      before: async (turn) => {
        await out(`s${2 * turns - 1}x`)
        await come(`l${turn}x`)
      },
    },
  ]
}

/** What each action costs; cold ones after all instances were ended, warm ones right after them. */
export async function actionCosts(): Promise<Record<string, ActionCost>> {
  const here = await town()
  try {
    const costs: Record<string, ActionCost> = {}
    for (const action of await actionsOf(here)) {
      const took: { cold: number[]; warm: number[] } = { cold: [], warm: [] }
      let requests = 0
      for (let turn = 0; turn < 2 * turns; turn += 1) {
        await action.before?.(turn)
        const heat = turn < turns ? 'cold' : 'warm'
        if (heat === 'cold') await here.local.cool()
        const from = performance.now()
        const answer = await here.ask('ana', action.called, action.input(turn))
        took[heat].push(performance.now() - from)
        if (heat === 'cold') requests = Math.max(requests, answer.requests)
      }
      costs[action.name] = { requests, most: action.most, coldMs: latencyOf(took.cold), warmMs: latencyOf(took.warm) }
    }
    return costs
  } finally {
    await here.stop()
  }
}
