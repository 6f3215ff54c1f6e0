import { countsOf, type Group, groupOf } from '../../../src/domain/group'
import { openStage, type Stage } from '../stage'
import { centre, member } from '../world'
import { group } from '../world-group'
import { ask, newIntent } from './people'

const at = 'singers'
const names = Array.from({ length: 200 }, (_, n) => `p${n}`)
const id = (who: string) => member(at, who, [])._id

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage.close())

/** Two hundred neighbours and a choir. */
async function laid(capacity: number, waitCapacity: number): Promise<void> {
  await stage.reset({
    centres: [centre(at)],
    members: names.map((who) => member(at, who, ['resident'], { band: '60-79' })),
    groups: [group(at, 'choir', { capacity, waitCapacity })],
  })
  // What the door read is stale by the time it is used: the atomic step alone can be right.
  stage.faults.add({ when: { collection: 'centres' }, do: 'delay' })
}

interface Page {
  mine: { state: string }[]
}
const joinAll = async () => {
  const told = await Promise.all(
    names.map((who) =>
      ask<Page>(stage.url, who, 'group', {
        procedure: 'join',
        centre: at,
        input: { intent: newIntent(), group: 'choir', person: id(who) },
      }),
    ),
  )
  const counted: Record<string, number> = {}
  for (const each of told) {
    const what = each.ok ? (each.value.mine[0]?.state ?? 'none') : each.reason
    counted[what] = (counted[what] ?? 0) + 1
  }
  return counted
}

test('200 join for the last place at once, some replies lost: one has it, 199 are told at once', async () => {
  await laid(1, 0)
  stage.faults.add({ when: { action: 'invoke', procedure: 'join', every: 10 }, do: 'lost-reply' })
  stage.faults.add({ when: { collection: 'groups', every: 10 }, do: 'timeout-after' })
  expect(await joinAll()).toEqual({ in: 1, 'group-full': 199 })
  const found = await stage.one<Group>('groups', 'choir')
  expect([groupOf(found).length, found.left, found.people.length]).toEqual([1, 0, 1])
}, 120_000)

test('of twenty places and thirty in the line fifty have something, each once', async () => {
  await laid(20, 30)
  expect(await joinAll()).toEqual({ in: 20, waiting: 30, 'group-full': 150 })
  expect(new Set((await stage.one<Group>('groups', 'choir')).people).size).toBe(50)
}, 120_000)

test('control: without the conditions of the step the last place is promised to more than one', async () => {
  await laid(1, 0)
  stage.faults.add({ when: { collection: 'groups', action: 'database.modifyAndReturnDoc' }, do: 'strip' })
  await joinAll()
  expect((await stage.one<Group>('groups', 'choir')).people.length).toBeGreaterThan(1)
}, 120_000)

/** Ten belong to a group that was cut to five, five wait; the ten leave and ten others come, all at once. */
async function crossed(conditions: boolean) {
  const joined = names.slice(0, 15).map((who, n) => {
    return { id: `intent-join-${who}`, at: n, kind: 'join' as const, member: id(who), person: id(who) }
  })
  const cut = { id: 'intent-cut', at: 20, kind: 'capacity' as const, capacity: 5, by: id('p199') }
  await stage.reset({
    centres: [centre(at)],
    members: names.map((who) => member(at, who, ['resident'], { band: '60-79' })),
    groups: [group(at, 'choir', { firstCapacity: 10, capacity: 5, waitCapacity: 100, events: [...joined, cut] })],
  })
  stage.faults.add({ when: { collection: 'centres' }, do: 'delay' })
  if (!conditions)
    stage.faults.add({ when: { collection: 'groups', action: 'database.modifyAndReturnDoc' }, do: 'strip' })
  const say = (who: string, procedure: string, input: object) =>
    ask(stage.url, who, 'group', { procedure, centre: at, input: { intent: newIntent(), group: 'choir', ...input } })
  await Promise.all([
    ...names.slice(0, 10).map((who) => say(who, 'leave', { place: `intent-join-${who}` })),
    ...names.slice(20, 30).map((who) => say(who, 'join', { person: id(who) })),
  ])
  const found = await stage.one<Group>('groups', 'choir')
  const places = groupOf(found)
  const members = places.filter(({ state }) => state === 'in').length
  return { said: countsOf(found), is: { members, waiting: places.length - members, free: 0 } }
}

test('where more belong to it than it has places, all who leave and come at once leave its numbers right', async () => {
  const { said, is } = await crossed(true)
  expect(is).toEqual({ members: 5, waiting: 10, free: 0 })
  expect(said).toEqual(is)
}, 120_000)

test('control: without the conditions of the step the numbers are not those of the log', async () => {
  const { said, is } = await crossed(false)
  expect(said).not.toEqual(is)
}, 120_000)
