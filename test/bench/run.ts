import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { killRuns } from '../local/kill-runs'
import { actionCosts } from './actions'
import { cloudbase } from './cloudbase'
import { functions, packages, webScripts } from './sizes'
import { throughput } from './throughput'
import { understandingCost } from './understanding'

/** The local CloudBase by itself, a million documents in it; and what became of it when it was killed. */
async function local() {
  const { speeds, large } = await cloudbase(1_000_000)
  console.log(
    '\nThe local CloudBase a second, beside the SDK’s own ceiling (the same call, a server that answers a constant)',
  )
  console.table(
    Object.fromEntries(
      Object.entries(speeds).map(([name, { perSecond, ceiling, percent, latencyMs }]) => [
        name,
        { perSecond, ceiling, '% of it': percent, median: latencyMs.median, p95: latencyMs.p95 },
      ]),
    ),
  )
  const { documents, startSeconds, memoryMb, small, ratio } = large
  console.log(
    `${documents} documents: starts in ${startSeconds} s, ${memoryMb.own} MB resident (${memoryMb.withFile} with the file’s pages); ` +
      `an indexed query takes ${large.large.median} ms, over 1,000 documents ${small.median} ms (${ratio} : 1)`,
  )
  const kills = await killRuns(60)
  const { whileStarting, acknowledged, lost } = kills
  console.log(
    `killed ${kills.kills} times (${whileStarting} of them while it started): ${acknowledged} writes acknowledged, ${lost.length} lost`,
  )
  for (const each of lost) console.log(`lost: ${each}`)
  return { speeds, large, kills }
}

/** Prints what actions cost, how many there can be a second, and how large what is shipped is. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'string' }, local: { type: 'boolean' } } })
  if (values.local) {
    const only = await local()
    if (values.json) await writeFile(values.json, `${JSON.stringify({ local: only }, null, 2)}\n`)
    return
  }
  const actions = await actionCosts()
  console.log('\nDatabase requests of one cold call, the caller’s identity included, and milliseconds')
  console.table(
    Object.fromEntries(
      Object.entries(actions).map(([name, cost]) => [
        name,
        {
          requests: cost.requests,
          'at most': cost.most,
          'cold median': cost.coldMs.median,
          'cold p95': cost.coldMs.p95,
          'warm median': cost.warmMs.median,
          'warm p95': cost.warmMs.p95,
        },
      ]),
    ),
  )
  const speed = await throughput()
  console.log('\nA second, 50 callers')
  console.table({
    'sign-ups (3 requests each)': { perSecond: speed.signUps.perSecond, ...speed.signUps.latencyMs },
    'the SDK alone, 1 request each': { perSecond: speed.sdk.perSecond, ...speed.sdk.latencyMs },
  })
  console.log(`requests of sign-ups a second : requests of the SDK alone a second = ${speed.ratio} : 1`)
  const here = await local()
  const mini = await packages()
  console.log('\nThe mini-program, KB (the framework’s floor is about 250)')
  console.table({ main: { kb: mini.mainKb, 'times the floor': mini.timesFloor } })
  console.table(mini.subpackagesKb)
  const web = await webScripts()
  console.log('\nThe web version’s JavaScript, gzip KB')
  console.table(web)
  const understanding = understandingCost()
  console.log(
    `\nUnderstanding a sentence: median ${understanding.understandMs.median} ms, p95 ${understanding.understandMs.p95} ms; ` +
      `searching the menu by it: median ${understanding.searchMs.median} ms; making the thesaurus ready: ${understanding.prepareMs} ms of processor time`,
  )
  const bundles = await functions()
  console.log('\nFunctions: bundle KB and milliseconds to load in a fresh process')
  console.table(bundles)
  if (values.json)
    await writeFile(
      values.json,
      `${JSON.stringify({ actions, speed, local: here, mini, web, functions: bundles, understanding }, null, 2)}\n`,
    )
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
