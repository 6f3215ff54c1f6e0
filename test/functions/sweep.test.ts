import type { ActivityMessage } from '../../src/domain/message'
import type { Roster, RosterEvent } from '../../src/domain/roster'
import { type Town, town } from './town'
import { activity, member } from './world'

const hour = 60 * 60 * 1000
const day = 24 * hour

let here: Town
const who = ['ana', 'bai', 'chen']
const id = (name: string) => member('one', name, ['resident'])._id
const join = (name: string, at: number): RosterEvent => ({
  id: `join-${name}`,
  at,
  kind: 'join',
  member: id(name),
  people: [id(name)],
  first: true,
})

beforeAll(async () => {
  here = await town()
  await here.put(
    'members',
    who.map((name) => member('one', name, ['resident'], { name })),
  )
})
afterAll(() => here.stop())

/** One seat, six days ahead, that was offered to the second in line a week ahead; nobody took it. */
function lapsing(on: string): Roster {
  const now = Date.now()
  const { roster } = activity('one', on, { capacity: 1, startsAt: now + 6 * day })
  const events: RosterEvent[] = [
    ...who.map((name, n) => join(name, now - 2 * day + n)),
    { id: 'ana-leaves', at: now - hour, kind: 'leave', undoes: 'join-ana' },
  ]
  const rules = { ...roster.rules, offersFrom: roster.startsAt - 7 * day, offerFor: hour - 60_000 }
  return { ...roster, rules, events, people: [id('bai'), id('chen')], room: 4 }
}

const ticks = async (on: string) =>
  (await here.read<Roster>('rosters', on))?.events.filter(({ kind }) => kind === 'tick').length

test('an offer that lapsed days ahead is written down, behind however many others, once', async () => {
  const others = Array.from({ length: 420 }, (_, n) => {
    const { roster } = activity('one', `a-${n}`, { startsAt: Date.now() + hour })
    return roster
  })
  await here.put('rosters', others)
  await here.put('rosters', [lapsing('z-last')])
  for (const _ of [1, 2]) await here.local.fire('sweep')
  expect(await ticks('z-last')).toBe(1)
})

test('a roster that breaks the sweep keeps none of the others waiting', async () => {
  const broken = { ...lapsing('b-broken'), moved: 1, rules: null } as unknown as Roster
  await here.put('rosters', [broken, lapsing('c-after')])
  const { roster } = activity('one', 'c-behind', { state: 'cancelled' })
  await here.put('activities', [{ ...activity('one', 'c-behind').activity }])
  await here.put('rosters', [{ ...roster, following: true } as Roster])
  await here.local.fire('sweep')
  expect(await ticks('c-after')).toBe(1)
  expect(await here.read('activities', 'c-behind')).toMatchObject({ state: 'cancelled' })
  expect(here.log().some((line) => line.includes('"at":"sweep"'))).toBe(true)
})

test('those who came are asked how it was, behind however many that were asked already', async () => {
  const now = Date.now()
  const over = (on: string, endsAt: number, more: Partial<Roster>) => ({
    ...activity('one', on, { startsAt: endsAt - hour, endsAt }).roster,
    ...more,
  })
  const asked = Array.from({ length: 130 }, (_, n) => over(`over-${n}`, now - 5 * hour, { asked: 2 }))
  const people = [id('ana')]
  await here.put('rosters', asked)
  await here.put('rosters', [over('over-last', now - 3 * hour, { people, present: people, events: [join('ana', 1)] })])
  await here.local.fire('tell')
  const told = here
    .dump()
    .filter((line) => line.startsWith('messages '))
    .map((line) => JSON.parse(line.slice('messages '.length)) as ActivityMessage)
  expect(told.filter((each) => each.activity === 'over-last').map(({ kind }) => kind)).toEqual(['rate'])
})

test('the day before, everyone is reminded once, behind however many that were reminded already', async () => {
  const now = Date.now()
  const soon = (on: string, startsAt: number, more: Partial<Roster>) => ({
    ...activity('one', on, { startsAt }).roster,
    ...more,
  })
  const first = now + 2 * hour
  const reminded = Array.from({ length: 130 }, (_, n) => soon(`soon-${n}`, first, { remindedFor: first }))
  const last = soon('soon-last', now + 20 * hour, { people: [id('bai')], events: [join('bai', 1)] })
  await here.put('rosters', [...reminded, last])
  for (const _ of [1, 2]) await here.local.fire('tell')
  expect(await here.read('rosters', 'soon-last')).toMatchObject({ remindedFor: last.startsAt })
})
