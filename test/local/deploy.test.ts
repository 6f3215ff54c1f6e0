import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { collections } from '../../cloudfunctions/runtime/collections'
import { build } from '../../local/build'
import { root } from '../../local/bundle'
import { Environment } from '../../local/deploy/environment'
import { type Declared, nothing, planFor, wordsOf } from '../../local/deploy/plan'
import { functionsIn, settingsOf, variablesOf } from '../../local/deploy/settings'
import { cloud } from './tencent'

let functions: string
let folder: string
const key = Buffer.alloc(32, 7).toString('base64')

beforeAll(async () => {
  functions = await build('functions')
  folder = await mkdtemp(join(tmpdir(), 'linli-deploy-'))
}, 60_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

/** Two collections that stay as they are, however many the product has. */
const few: Declared['collections'] = {
  drafts: {
    indexes: [
      { name: 'centre_at', keys: { centre: 1, at: -1 }, serves: 'this test' },
      { name: 'state', keys: { state: 1 }, serves: 'this test' },
    ],
  },
  households: { indexes: [{ name: 'members', keys: { members: 1 }, unique: true, serves: 'this test' }] },
}

const declared = async (wanted: Declared['collections'] = collections): Promise<Declared> => ({
  collections: wanted,
  functions: await functionsIn(functions, await variablesOf({ LINLI_KEY: key }, [])),
})

async function deploy(environment: Environment, wanted: Declared): Promise<string[]> {
  const { steps } = planFor(wanted, await environment.found())
  for (const step of steps) await environment.carryOut(step)
  return steps.map(wordsOf)
}

test('everything declared is made once; a second time there is nothing to do', async () => {
  const { manager, tables, made } = cloud()
  const environment = new Environment(manager, 'env', functions)
  const wanted = await declared()
  const first = await deploy(environment, wanted)
  expect(first).toEqual(planFor(wanted, nothing).steps.map(wordsOf))
  expect([...tables.keys()]).toEqual(Object.keys(collections))
  expect([...tables.values()].every(({ acl }) => acl === 'ADMINONLY')).toBe(true)
  expect(tables.get('households')?.indexes).toContainEqual(
    expect.objectContaining({ Name: 'centre_members', Unique: true }),
  )
  const drafts = tables.get('drafts')?.indexes.find(({ Name }) => Name === 'centre_state_updatedAt')
  expect(drafts?.Keys[2]).toEqual({ Name: 'updatedAt', Direction: '-1' })
  expect([...made.keys()].sort()).toEqual(wanted.functions.map(({ name }) => name).sort())
  expect(await deploy(environment, wanted)).toEqual([])
})

test('only what is another is done anew; what is there and not declared is left alone and named', async () => {
  const { manager, tables, made } = cloud()
  const environment = new Environment(manager, 'env', functions)
  const wanted = await declared(few)
  await deploy(environment, wanted)
  await manager.database.createCollection('theirs')
  const drafts = tables.get('drafts')
  if (drafts) drafts.indexes = drafts.indexes.map((index) => ({ ...index, Keys: [...index.Keys].reverse() }))
  const activity = made.get('activity')
  activity?.Environment?.Variables?.push({ Key: 'THEIRS', Value: 'stays' })
  await manager.functions.createFunctionTriggers('activity', [{ name: 'old', type: 'timer', config: '0 0 0 * * * *' }])
  const before = wanted.functions.find(({ name }) => name === 'activity')?.timeout
  const other = structuredClone(wanted)
  for (const each of other.functions)
    if (each.name === 'activity')
      Object.assign(each, { timeout: 33, variables: { ...each.variables, LINLI_CODE: 'x' } })
  expect(planFor(other, await environment.found()).notes).toEqual(['collection theirs is there and not declared'])
  expect(await deploy(environment, other)).toEqual([
    'replace index drafts.centre_at (centre ↑, at ↓)',
    'upload function activity: its code is another',
    `configure function activity: timeout ${before} → 33 s, LINLI_CODE`,
    'remove trigger activity.old',
  ])
  expect(made.get('activity')?.Environment?.Variables).toContainEqual({ Key: 'THEIRS', Value: 'stays' })
  expect(await deploy(environment, other)).toEqual([])
})

test('settings of this machine are refused, each with what to do', async () => {
  await writeFile(join(folder, 'key'), key)
  const refused = (told: Record<string, string>, words: string) =>
    expect(variablesOf(told, [folder])).rejects.toThrow(words)
  await refused({}, 'openssl rand')
  await refused({ LINLI_KEY: 'c2hvcnQ=' }, '32 bytes')
  await refused({ LINLI_KEY: key }, 'the key of the local data')
  const LINLI_KEY = Buffer.alloc(32, 8).toString('base64')
  await refused({ LINLI_KEY, TCB_CONTEXT_CNFG: '{}' }, 'this machine')
  await refused({ LINLI_KEY, LINLI_TEMPLATES: '{"signup-success":"signup-success"}' }, 'this machine only')
  await refused({ LINLI_KEY, LINLI_WEB: 'none' }, 'this machine only')
  await refused({ LINLI_KEY, LINLI_WEB: 'http://127.0.0.1:8420/' }, 'this machine only')
  await refused({ LINLI_KEY, LINLI_TEMPLATES: '{"other":"abc"}' }, 'the templates are')
  expect(() => settingsOf({ TENCENTCLOUD_SECRETID: 'a', TENCENTCLOUD_SECRETKEY: 'b' }, 'linli-local')).toThrow('local')
  expect(() => settingsOf({}, 'env')).toThrow('docs/deploy.md')
})

test('a function with something of the demo, or of more than its bundle, is refused', async () => {
  const one = join(folder, 'functions', 'one')
  await mkdir(one, { recursive: true })
  await writeFile(join(one, 'index.js'), 'exports.main = () => "荔澜社区"')
  await expect(functionsIn(join(folder, 'functions'), {})).rejects.toThrow('demo centre')
  await writeFile(join(one, 'key'), 'secret')
  await expect(functionsIn(join(folder, 'functions'), {})).rejects.toThrow('one/key is not for the cloud')
})

test('a dry run needs no account, and shows no value of a secret', () => {
  const { PATH = '', HOME = '' } = process.env
  const secret = Buffer.alloc(32, 9).toString('base64')
  const given = ['--import', 'tsx', 'local/deploy/deploy.ts', '--dry-run']
  const { status, stdout } = spawnSync(process.execPath, given, {
    cwd: root,
    encoding: 'utf8',
    env: { PATH, HOME, LINLI_KEY: secret },
  })
  expect(status).toBe(0)
  expect(stdout).toContain('would create unique index households.centre_members (centre ↑, members ↑)')
  expect(stdout).toContain('would create trigger activity.sweep (0 * * * * * *)')
  expect(stdout).toContain('nothing was done')
  expect(stdout).not.toContain(secret)
}, 30_000)

test('a dry run without a key refuses settings of this machine all the same', () => {
  const { PATH = '', HOME = '' } = process.env
  const given = ['--import', 'tsx', 'local/deploy/deploy.ts', '--dry-run']
  const env = { PATH, HOME, TCB_CONTEXT_CNFG: '{"URL":"http://127.0.0.1:8421/admin"}' }
  const { status, stderr } = spawnSync(process.execPath, given, { cwd: root, encoding: 'utf8', env })
  expect([status, stderr]).toEqual([1, expect.stringContaining('TCB_CONTEXT_CNFG is set')])
}, 30_000)
