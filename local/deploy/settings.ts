import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { templates } from '../../src/domain/message'
import { Advice } from '../advice'
import { configOf, root } from '../bundle'
import { sourcesHash } from '../fresh'
import { codeVariable, type DeclaredFunction } from './plan'

/** What a deployment is told by its surroundings. */
export type Surroundings = Record<string, string | undefined>

export interface Settings {
  environment: string
  secretId: string
  secretKey: string
  token: string | undefined
}

const bytesOf = (key: string) => Buffer.from(key, 'base64').length

/**
 * What the functions are told, once it is sure that nothing of it is from this machine: a key that lies beside local
 * data, names that stand for template ids here, the address of the local database.
 */
export async function variablesOf(told: Surroundings, dataFolders: string[]): Promise<Record<string, string>> {
  const { LINLI_KEY: key, LINLI_TEMPLATES: ids } = told
  if (told.TCB_CONTEXT_CNFG)
    throw new Advice('TCB_CONTEXT_CNFG is set: functions would look for a database on this machine. Unset it.')
  if (key === undefined)
    throw new Advice('LINLI_KEY is not set. Make one, once, and keep it: export LINLI_KEY="$(openssl rand -base64 32)"')
  if (bytesOf(key) !== 32) throw new Advice('LINLI_KEY is not 32 bytes in base64: openssl rand -base64 32 makes one.')
  for (const folder of dataFolders) {
    const local = await readFile(join(folder, 'key'), 'utf8').catch(() => undefined)
    if (local?.trim() === key.trim())
      throw new Advice(
        `LINLI_KEY is the key of the local data in ${folder}. The cloud needs one of its own: openssl rand -base64 32`,
      )
  }
  return { LINLI_KEY: key, LINLI_TEMPLATES: templatesOf(ids), ...webOf(told.LINLI_WEB) }
}

/** The address of the web version, for codes on paper; on this machine the variable has another sense. */
function webOf(address: string | undefined): { LINLI_WEB?: string } {
  if (!address) return {}
  const { protocol, hostname } = URL.canParse(address) ? new URL(address) : { protocol: '', hostname: '' }
  if (protocol !== 'https:' || hostname === 'localhost' || hostname.startsWith('127.'))
    throw new Advice(
      `LINLI_WEB is "${address}", which is for this machine only. Unset it, or give the web version's https address.`,
    )
  return { LINLI_WEB: address }
}

function templatesOf(text: string | undefined): string {
  if (text === undefined) return '{}'
  let ids: Record<string, unknown>
  try {
    ids = JSON.parse(text) as Record<string, unknown>
  } catch {
    throw new Advice('LINLI_TEMPLATES is not JSON: {"our name":"WeChat’s template id", …}')
  }
  for (const [name, id] of Object.entries(ids)) {
    if (!(templates as readonly string[]).includes(name))
      throw new Advice(`LINLI_TEMPLATES names "${name}"; the templates are: ${templates.join(', ')}`)
    if (typeof id !== 'string' || id === name)
      throw new Advice(`LINLI_TEMPLATES gives ${name} the id "${String(id)}", which is for this machine only.`)
  }
  return JSON.stringify(ids)
}

/** Where to, and as whom. */
export function settingsOf(told: Surroundings, environment: string | undefined): Settings {
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = told
  if (!environment) throw new Advice('Which environment? npm run deploy -- --env ID, or LINLI_ENV (docs/deploy.md).')
  if (environment.startsWith('linli-local')) throw new Advice(`${environment} is the name of the local CloudBase.`)
  if (!secretId || !secretKey)
    throw new Advice(
      'TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY are not set (docs/deploy.md says where they are).',
    )
  return { environment, secretId, secretKey, token: told.TENCENTCLOUD_SESSIONTOKEN }
}

/** What may lie in the folder of a function that is uploaded. */
const shipped = new Set(['index.js', 'package.json', 'config.json'])

const demoCentre = JSON.parse(readFileSync(join(root, 'local/seed/content/centre.json'), 'utf8')) as {
  name: string
  shortName: string
}

/** The bundled functions, each with what it is told; refused where something of the demo or of this machine is in them. */
export async function functionsIn(folder: string, variables: Record<string, string>): Promise<DeclaredFunction[]> {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return Promise.all(
    names.map(async ({ name }) => {
      const own = join(folder, name)
      const strange = readdirSync(own).find((file) => !shipped.has(file))
      if (strange !== undefined) throw new Advice(`${name}/${strange} is not for the cloud; npm run build:functions`)
      const code = await readFile(join(own, 'index.js'), 'utf8')
      if ([demoCentre.name, demoCentre.shortName].some((words) => code.includes(words)))
        throw new Advice(`The function ${name} has data of the demo centre in it; that must not be shipped.`)
      const { timeout = 3, memorySize = 256, triggers = [] } = await configOf(own)
      const hash = await sourcesHash([...shipped], [], own)
      return { name, timeout, memorySize, triggers, variables: { ...variables, [codeVariable]: hash.slice(0, 32) } }
    }),
  )
}
