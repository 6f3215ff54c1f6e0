import type { Manager } from '../../local/deploy/environment'

type Detail = Awaited<ReturnType<Manager['functions']['getFunctionDetail']>>

/** Answers as the vendor's API does, from memory: https://cloud.tencent.com/document/api/876/34809 */
export function cloud() {
  const tables = new Map<string, { acl: string; indexes: { Name: string; Unique: boolean; Keys: object[] }[] }>()
  const made = new Map<string, Detail>()
  const asked: string[] = []
  const tableOf = (name: string) => {
    const table = tables.get(name)
    if (!table) throw new Error(`ResourceNotFound: ${name}`)
    return table
  }
  const detailOf = (name: string): Detail => {
    const detail = made.get(name)
    if (!detail) throw new Error(`ResourceNotFound: ${name}`)
    return detail
  }
  const put = ({
    name,
    timeout,
    memorySize,
    runtime,
    envVariables,
  }: Parameters<Manager['functions']['updateFunctionConfig']>[0]) =>
    made.set(name, {
      ...made.get(name),
      Runtime: runtime,
      Timeout: timeout,
      MemorySize: memorySize,
      Environment: { Variables: Object.entries(envVariables).map(([Key, Value]) => ({ Key, Value })) },
    })
  const manager: Manager = {
    functions: {
      listAllFunctions: async () => [...made.keys()].map((FunctionName) => ({ FunctionName })),
      getFunctionDetail: async (name) => detailOf(name),
      createFunction: async ({ func }) => asked.push(`create ${func.name}`) && put(func),
      updateFunctionCode: async ({ func }) => asked.push(`upload ${func.name}`),
      updateFunctionConfig: async (func) => asked.push(`configure ${func.name}`) && put(func),
      waitFunctionActive: async () => {},
      createFunctionTriggers: async (name, triggers) => {
        const kept = made.get(name)?.Triggers ?? []
        const more = triggers.map((each) => ({
          TriggerName: each.name,
          Type: 'timer',
          TriggerDesc: JSON.stringify({ cron: each.config }),
        }))
        made.set(name, { ...detailOf(name), Triggers: [...kept, ...more] })
      },
      deleteFunctionTrigger: async (name, trigger) => {
        const kept = made.get(name)?.Triggers ?? []
        made.set(name, {
          ...detailOf(name),
          Triggers: kept.filter(({ TriggerName }) => TriggerName !== trigger),
        })
      },
    },
    database: {
      listCollections: async () => ({ Collections: [...tables.keys()].map((CollectionName) => ({ CollectionName })) }),
      describeCollection: async (name) => ({ Indexes: tableOf(name).indexes }),
      createCollection: async (name) =>
        tables.set(name, {
          acl: 'PRIVATE',
          indexes: [{ Name: '_id_', Unique: true, Keys: [{ Name: '_id', Direction: '1' }] }],
        }),
      updateCollection: async (name, change) => {
        const { CreateIndexes = [], DropIndexes = [] } = change as {
          CreateIndexes?: { IndexName: string; MgoKeySchema: { MgoIndexKeys: object[]; MgoIsUnique: boolean } }[]
          DropIndexes?: { IndexName: string }[]
        }
        const table = tableOf(name)
        table.indexes = table.indexes.filter(({ Name }) => !DropIndexes.some(({ IndexName }) => IndexName === Name))
        for (const { IndexName, MgoKeySchema } of CreateIndexes) {
          if (table.indexes.some(({ Name }) => Name === IndexName)) throw new Error(`there is an index ${IndexName}`)
          const { MgoIndexKeys, MgoIsUnique } = MgoKeySchema
          table.indexes.push({ Name: IndexName, Unique: MgoIsUnique, Keys: MgoIndexKeys })
        }
      },
    },
    commonService: () => ({
      call: async ({ Action, Param }) => {
        const { CollectionName, AclTag } = Param as { CollectionName: string; AclTag?: string }
        const table = tableOf(CollectionName)
        if (Action === 'ModifyDatabaseACL') table.acl = String(AclTag)
        return { AclTag: table.acl }
      },
    }),
  }
  return { manager, tables, made, asked }
}
