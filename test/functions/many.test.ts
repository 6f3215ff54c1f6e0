import type { RosterPage } from '../../src/domain/activity'
import type { Member } from '../../src/domain/member'
import type { Roster, RosterEvent } from '../../src/domain/roster'
import { type Town, town } from './town'
import { activity, member } from './world'

/** More than a pipeline answers by itself. */
const many = 45
const hour = 60 * 60 * 1000

let here: Town
const crowd = Array.from({ length: many }, (_, n) => member('one', `guest-${n}`, ['resident'], { name: `客人${n}` }))
const joins = crowd.map(
  ({ _id }, n): RosterEvent => ({ id: `join-${n}`, at: n, kind: 'join', member: _id, people: [_id], first: true }),
)

const hall = (id: string, more: Partial<Roster> = {}) => {
  const people = crowd.map(({ _id }) => _id)
  return activity('one', id, { capacity: 60, people, room: 65 - many, events: joins, ...more })
}

beforeAll(async () => {
  here = await town()
  await here.put('members', crowd)
  await here.put('members', [member('one', 'worker', ['social-worker'])])
})
afterAll(() => here.stop())

test('staff see everyone of a long list by name, and everyone on it is told', async () => {
  const { activity: about, roster } = hall('long')
  await here.put('activities', [about])
  await here.put('rosters', [{ ...roster, toTell: true } as Roster])
  const page = await here.value<RosterPage>('worker', 'activity.roster', { activity: 'long' })
  expect(page.parties.map(({ people }) => people[0]?.name)).toEqual(crowd.map(({ name }) => name))
  await here.local.fire('tell')
  const told = here.dump().filter((line) => line.startsWith('messages '))
  expect(told.filter((line) => line.includes('"long"'))).toHaveLength(many)
})

test('who deletes their account gives up every seat, however many', async () => {
  const one = member('one', 'busy', ['resident'])
  const halls = Array.from({ length: many }, (_, n) => {
    const events: RosterEvent[] = [
      { id: `busy-${n}`, at: 1, kind: 'join', member: one._id, people: [one._id], first: true },
    ]
    return activity('one', `busy-${n}`, { startsAt: Date.now() + (n + 1) * 3 * hour, people: [one._id], events })
  })
  await here.put('members', [one])
  await here.put(
    'activities',
    halls.map((each) => each.activity),
  )
  await here.put(
    'rosters',
    halls.map((each) => each.roster),
  )
  await here.value('busy', 'member.erase', { confirm: '注销' })
  for (const each of halls) expect((await here.read<Roster>('rosters', each.activity._id))?.people).toEqual([])
  expect(await here.read<Member>('members', one._id)).toBeUndefined()
})
