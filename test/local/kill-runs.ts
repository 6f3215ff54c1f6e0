import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { survey } from '../../local/keep/verification'
import { openStore } from '../../local/store/store'
import { oneFile, startServer } from './server-process'
import { beginnings, load, loadCollections, lossesOf, newWriter } from './kill-load'

// The SDK looks for a metadata host unless it is told that it runs in a function.
Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'local' })

export interface KillRuns {
  kills: number
  /** Of them, while it was starting on data that was killed before. */
  whileStarting: number
  /** Writes that someone was told are done. */
  acknowledged: number
  lost: string[]
}

/**
 * Kills a local CloudBase (SIGKILL) at random moments under load, again and again on the same data; every fifth time
 * while it starts. After each the data is read through and compared with what its writers were told.
 */
export async function killRuns(kills: number, callers = 16): Promise<KillRuns> {
  const data = mkdtempSync(join(tmpdir(), 'linli-kills-'))
  const file = oneFile('test/local/host.ts')
  const given = [data, 'none', JSON.stringify(loadCollections)]
  const writers = Array.from({ length: callers }, (_, n) => newWriter(`w${n}`))
  const open = () => openStore({ path: join(data, 'database'), collections: loadCollections })
  // The SDK warns three seconds later of every request that its server did not live to answer.
  const warn = console.warn
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).startsWith('[TCB][WARN]')) warn(...words)
  }
  const result: KillRuns = { kills: 0, whileStarting: 0, acknowledged: 0, lost: [] }
  try {
    const first = await open()
    for (const { collection, docs } of beginnings(writers)) await first.insert(collection, docs)
    await first.close()
    for (; result.kills < kills; result.kills += 1) {
      const host = startServer(file, given)
      if (result.kills % 5 === 4) {
        await setTimeout(Math.random() * 300)
        host.kill()
        result.whileStarting += 1
      } else {
        const working = load(await host.ready, writers)
        await setTimeout(20 + Math.random() * 400)
        host.kill()
        result.acknowledged += await working
      }
      await host.ended
      const store = await open()
      result.lost.push(...lossesOf(writers, (name) => store.all(name)))
      await store.close()
      result.lost.push(...(await survey(data)).faults)
    }
    return result
  } finally {
    await setTimeout(3100)
    console.warn = warn
    await rm(data, { recursive: true, force: true })
    await rm(join(file, '..'), { recursive: true, force: true })
  }
}
