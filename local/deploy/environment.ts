import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Advice } from '../advice'
import { type DeclaredFunction, type Found, permission, runtime, type Step } from './plan'
import type { Settings } from './settings'

/** The part of `@cloudbase/manager-node` 5.6.5 that is used: https://docs.cloudbase.net/api-reference/manager/node/introduction */
export interface Manager {
  functions: {
    listAllFunctions(options: { envId: string }): Promise<{ FunctionName: string }[]>
    getFunctionDetail(name: string): Promise<FunctionDetail>
    createFunction(options: Upload): Promise<unknown>
    updateFunctionCode(options: Upload): Promise<unknown>
    updateFunctionConfig(func: CloudFunction): Promise<unknown>
    waitFunctionActive(name: string): Promise<void>
    createFunctionTriggers(name: string, triggers: { name: string; type: string; config: string }[]): Promise<unknown>
    deleteFunctionTrigger(name: string, trigger: string): Promise<unknown>
  }
  database: {
    listCollections(options: { MgoLimit: number; MgoOffset: number }): Promise<{
      Collections: { CollectionName: string }[]
    }>
    describeCollection(name: string): Promise<{ Indexes?: CloudIndex[] }>
    createCollection(name: string): Promise<unknown>
    updateCollection(name: string, change: object): Promise<unknown>
  }
  commonService(): { call(options: { Action: string; Param: object }): Promise<{ AclTag?: string }> }
}

/** `zip`: the code travels in the request itself, for which a bundle is small enough. */
interface Upload {
  func: CloudFunction
  functionRootPath: string
  deployMode: 'zip'
}

interface CloudIndex {
  Name: string
  Unique: boolean
  Keys: { Name?: string; Direction?: string }[]
}

interface FunctionDetail {
  Runtime: string
  Timeout: number
  MemorySize: number
  Environment?: { Variables?: { Key: string; Value: string }[] }
  Triggers?: { TriggerName: string; TriggerDesc: string; Type: string }[]
}

type CloudFunction = ReturnType<typeof cloudFunction>

const cloudFunction = ({ name, timeout, memorySize, variables }: DeclaredFunction) => ({
  name,
  timeout,
  memorySize,
  runtime,
  handler: 'index.main',
  // Everything a function needs is in its bundle.
  installDependency: false,
  envVariables: variables,
})

/** A cloud environment, seen and changed with the vendor's own tool. */
export class Environment {
  constructor(
    private readonly manager: Manager,
    private readonly id: string,
    /** The folder of the bundled functions. */
    private readonly functions: string,
  ) {}

  async found(): Promise<Found> {
    const found: Found = { collections: {}, functions: {} }
    const { Collections } = await this.manager.database.listCollections({ MgoLimit: 100, MgoOffset: 0 })
    for (const { CollectionName: name } of Collections) {
      const { Indexes = [] } = await this.manager.database.describeCollection(name)
      const acl = await this.acl('DescribeDatabaseACL', name)
      found.collections[name] = { permission: acl.AclTag, indexes: Indexes.map(indexOf) }
    }
    for (const { FunctionName: name } of await this.manager.functions.listAllFunctions({ envId: this.id }))
      found.functions[name] = detailOf(await this.manager.functions.getFunctionDetail(name))
    return found
  }

  async carryOut(step: Step): Promise<void> {
    const { functions, database } = this.manager
    switch (step.do) {
      case 'create collection':
        return void (await database.createCollection(step.collection))
      case 'permit':
        return void (await this.acl('ModifyDatabaseACL', step.collection, { AclTag: permission }))
      case 'create index': {
        const { name, keys, unique } = step.index
        const fields = Object.entries(keys).map(([field, way]) => ({ Name: field, Direction: String(way) }))
        if (step.replaces) await database.updateCollection(step.collection, { DropIndexes: [{ IndexName: name }] })
        const made = { IndexName: name, MgoKeySchema: { MgoIndexKeys: fields, MgoIsUnique: unique === true } }
        return void (await database.updateCollection(step.collection, { CreateIndexes: [made] }))
      }
      case 'create function':
        return void (await functions.createFunction(this.upload(step.function)))
      case 'upload':
        await functions.updateFunctionCode(this.upload(step.function))
        return functions.waitFunctionActive(step.function.name)
      case 'configure':
        await functions.updateFunctionConfig(cloudFunction(step.function))
        return functions.waitFunctionActive(step.function.name)
      case 'create trigger':
        if (step.replaces) await functions.deleteFunctionTrigger(step.function, step.trigger.name)
        return void (await functions.createFunctionTriggers(step.function, [step.trigger]))
      case 'remove trigger':
        return void (await functions.deleteFunctionTrigger(step.function, step.trigger))
    }
  }

  private upload(wanted: DeclaredFunction): Upload {
    return { func: cloudFunction(wanted), functionRootPath: this.functions, deployMode: 'zip' }
  }

  private acl(Action: string, CollectionName: string, more: object = {}) {
    return this.manager.commonService().call({ Action, Param: { EnvId: this.id, CollectionName, ...more } })
  }
}

const indexOf = ({ Name, Unique, Keys }: CloudIndex) => ({
  name: Name,
  unique: Unique,
  keys: Object.fromEntries(
    Keys.map(({ Name: field, Direction: way }) => [String(field), way === '2dsphere' ? way : Number(way)]),
  ),
})

const detailOf = (detail: FunctionDetail): Found['functions'][string] => ({
  runtime: detail.Runtime,
  timeout: detail.Timeout,
  memorySize: detail.MemorySize,
  variables: Object.fromEntries((detail.Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value])),
  triggers: (detail.Triggers ?? [])
    .filter(({ Type }) => Type === 'timer')
    .map(({ TriggerName, TriggerDesc }) => ({ name: TriggerName, type: 'timer', config: cronOf(TriggerDesc) })),
})

/** The cloud tells a timer's time as `{"cron":"…"}`, or as it was given. */
function cronOf(told: string): string {
  try {
    return (JSON.parse(told) as { cron: string }).cron
  } catch {
    return told
  }
}

const tools = join(__dirname, 'tools')

/** The vendor's tool, fetched at the first deployment: nobody else needs its 190 packages. */
export function managerFor({ environment, secretId, secretKey, token }: Settings): Manager {
  if (!existsSync(join(tools, 'node_modules/@cloudbase/manager-node'))) {
    process.stderr.write('Fetching @cloudbase/manager-node …\n')
    const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: tools,
      stdio: 'inherit',
    })
    if (done.status !== 0) throw new Advice('@cloudbase/manager-node could not be fetched; see above.')
  }
  const found = createRequire(join(tools, 'package.json'))('@cloudbase/manager-node') as unknown
  const Made = ((found as { default?: unknown }).default ?? found) as new (config: object) => Manager
  return new Made({ envId: environment, secretId, secretKey, ...(token !== undefined && { token }) })
}
