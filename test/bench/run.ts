import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { actionCosts } from './actions'
import { functions, packages, webScripts } from './sizes'
import { throughput } from './throughput'

/** Prints what actions cost, how many there can be a second, and how large what is shipped is. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'string' } } })
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
  const mini = await packages()
  console.log('\nThe mini-program, KB (the framework’s floor is about 250)')
  console.table({ main: { kb: mini.mainKb, 'times the floor': mini.timesFloor } })
  console.table(mini.subpackagesKb)
  const web = await webScripts()
  console.log('\nThe web version’s JavaScript, gzip KB')
  console.table(web)
  const bundles = await functions()
  console.log('\nFunctions: bundle KB and milliseconds to load in a fresh process')
  console.table(bundles)
  if (values.json)
    await writeFile(values.json, `${JSON.stringify({ actions, speed, mini, web, functions: bundles }, null, 2)}\n`)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
