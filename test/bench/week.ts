import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { collections } from '../../cloudfunctions/runtime/collections'
import { build } from '../../local/build'
import { functionContext, processEnvironment } from '../../local/runner-context'
import { openStore } from '../../local/store/store'
import type { Reply } from '../../src/domain/reply'
import type { MyWeek } from '../../src/domain/shift-page'
import { eager, openWeek, wen } from '../functions/open-week'
import { centre } from '../functions/world'
import { oneFile, startServer } from '../local/server-process'
import { latencyOf } from './measure'

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

const many = 1000

async function main(): Promise<void> {
  const { median } = latencyOf(await functionAlone(many, 25))
  console.log(
    `this week among ${many} open shifts, ${many} orders and ${many} needs: the function works ${median} ms (median of 25)`,
  )
}

void main()
