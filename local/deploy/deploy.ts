import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { collections } from '../../cloudfunctions/runtime/collections'
import { Advice, dataFolder, told } from '../advice'
import { build } from '../build'
import { root } from '../bundle'
import { Environment, managerFor } from './environment'
import { type Declared, type Found, nothing, planFor, wordsOf } from './plan'
import { functionsIn, settingsOf, variablesOf } from './settings'

/** `npm run deploy`: makes a CloudBase environment as it is declared here; a second time there is nothing to do. */
const usage = `npm run deploy -- --env ID      functions, timers, collections, permissions and indexes
npm run deploy -- --dry-run     what it would do, without an account; with one, what is missing`

/** Stands for the key where nothing is done. */
const noKey = Buffer.alloc(32).toString('base64')

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

function words() {
  try {
    return parseArgs({ options: { env: { type: 'string' }, 'dry-run': { type: 'boolean' } } }).values
  } catch (error) {
    throw new Advice(`${(error as Error).message}\n${usage}`)
  }
}

async function main(): Promise<void> {
  const { env = process.env.LINLI_ENV, 'dry-run': dry = false } = words()
  const keyFolders = [resolve(root, '.data'), resolve(root, dataFolder())]
  const unset = dry && process.env.LINLI_KEY === undefined
  const told = unset ? { ...process.env, LINLI_KEY: noKey } : process.env
  const variables = await variablesOf(told, keyFolders)
  const account = dry && !process.env.TENCENTCLOUD_SECRETID ? undefined : settingsOf(process.env, env)
  const folder = await build('functions')
  const declared: Declared = { collections, functions: await functionsIn(folder, variables) }
  const environment = account && new Environment(managerFor(account), account.environment, folder)
  const found: Found = environment ? await environment.found() : nothing
  const { steps, notes } = planFor(declared, found)
  say(account ? `Environment ${account.environment}:` : 'An environment with nothing in it (no account was asked):')
  for (const step of steps) {
    if (dry || !environment) say(`would ${wordsOf(step)}`)
    else {
      say(wordsOf(step))
      await environment.carryOut(step)
    }
  }
  for (const note of notes) say(`left alone: ${note}`)
  if (steps.length === 0) say('nothing to do: it is as declared')
  else say(dry ? `${steps.length} steps; nothing was done` : `${steps.length} steps done`)
  if (variables.LINLI_TEMPLATES === '{}') say('LINLI_TEMPLATES is not set: no subscribe messages will be sent.')
  if (unset) say('LINLI_KEY is not set: it is needed for the deployment itself.')
}

/** The vendor's own words, and what to do: every step can be done again. */
function refusal(error: unknown): Advice | undefined {
  const { action, code, requestId, message } = error as Record<string, unknown>
  if (action === undefined && requestId === undefined) return undefined
  const which = [code, action, requestId && `request ${String(requestId)}`].filter(Boolean).join(', ')
  return new Advice(
    `CloudBase did not do it: ${String(message)} (${which}). What was done stays; mend it and start again.`,
  )
}

main().catch((error: unknown) => {
  process.stderr.write(`${told(refusal(error) ?? error, { command: 'npm run deploy' })}\n`)
  process.exitCode = 1
})
