import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { collections } from '../../cloudfunctions/runtime/collections'
import { build } from '../../local/build'
import { functionContext, processEnvironment } from '../../local/runner-context'
import { openStore } from '../../local/store/store'
import type { MyWeek } from '../../src/domain/shift-page'
import type { Reply } from '../../src/domain/reply'
import { skills } from '../../src/domain/skill'
import { oneFile, startServer } from '../local/server-process'
import { openWeek } from './open-week'
import { type Town, town } from './town'
import { centre, member } from './world'
import { volunteer } from './world-volunteer'

const wen = member('one', 'wen', ['resident', 'volunteer'])
const eager = volunteer('one', 'wen', {
  skills: skills.slice(0, 20),
  times: ['1-am', '2-am', '3-am', '4-am', '5-am', '6-am'],
  events: [
    ...volunteer('one', 'wen').events,
    { id: 'learns-homes', at: 4, by: 'staff', kind: 'train', topic: 'home-visits' },
    { id: 'may-homes', at: 5, by: 'staff', kind: 'clear', topic: 'home-visits', yes: true },
  ],
})

const middle = (times: number[]) => [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] as number

describe('what I could do this week', () => {
  let here: Town
  beforeAll(async () => {
    here = await town()
    await here.put('members', [wen])
    await here.put('volunteers', [eager])
    const { shifts, orders, needs } = openWeek(60)
    await here.put('shifts', shifts)
    await here.put('orders', orders)
    await here.put('needs', needs)
  }, 60_000)
  afterAll(() => here.stop())

  test('shifts, orders and needs in one list, best first, each with its reasons; cold, three requests', async () => {
    await here.local.cool()
    const { reply, requests } = await here.ask<MyWeek>('wen', 'shift.week')
    if (!reply.ok) throw new Error(reply.reason)
    expect(requests).toBeLessThanOrEqual(3)
    expect(reply.value.rows).toHaveLength(20)
    expect(reply.value.more).toBeGreaterThan(60)
    for (const { reasons } of reply.value.rows) expect(reasons.length).toBeGreaterThan(0)
  })

  test('nothing in it is anybody’s: no author, no holder, no words, no room', async () => {
    const { reply } = await here.ask<MyWeek>('wen', 'shift.week')
    for (const hidden of ['neighbour-', '黄秀莲', '厨房', 'intent-', 'b-1"'])
      expect([hidden, JSON.stringify(reply)]).not.toEqual([hidden, expect.stringContaining(hidden)])
  })
})

/** The function in this process, its database in another: what this process works is what the function works. */
async function functionAlone(many: number, turns: number): Promise<number[]> {
  const data = mkdtempSync(join(tmpdir(), 'linli-week-'))
  const store = await openStore({ path: join(data, 'database'), collections })
  const documents: Record<string, { _id: string }[]> = {
    centres: [centre('one')],
    members: [wen],
    volunteers: [eager],
    ...openWeek(many),
  }
  for (const [name, all] of Object.entries(documents)) await store.insert(name, all)
  await store.close()
  const file = oneFile('test/local/host.ts')
  const host = startServer(file, [data, 'none'])
  try {
    Object.assign(process.env, processEnvironment('shift', `${await host.ready}/admin`))
    const { main } = require(join(await build('functions'), 'shift', 'index.js')) as {
      main(event: unknown, context: unknown): Promise<Reply<MyWeek>>
    }
    const context = functionContext('shift', 'r', { source: 'web', uid: 'wen' }, { seconds: 20, megabytes: 256 })
    const worked: number[] = []
    for (let turn = 0; turn < turns; turn += 1) {
      const begun = process.cpuUsage()
      const reply = await main({ procedure: 'week', centre: 'one', input: {} }, context)
      const { user, system } = process.cpuUsage(begun)
      if (!reply.ok) throw new Error(JSON.stringify(reply))
      worked.push((user + system) / 1000)
    }
    return worked
  } finally {
    host.kill()
    await host.ended
    await rm(data, { recursive: true, force: true })
    await rm(dirname(file), { recursive: true, force: true })
  }
}

test('among 1,000 open shifts, 1,000 orders and 1,000 needs the function works 50 ms at most, its database apart', async () => {
  const worked = await functionAlone(1000, 25)
  expect(middle(worked)).toBeLessThanOrEqual(50)
}, 120_000)
