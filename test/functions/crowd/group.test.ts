import { type Group, groupOf } from '../../../src/domain/group'
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
