import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FunctionConfig } from '../../local/bundle'

/** A made-up function: its CommonJS source, and its settings. */
export interface Source {
  code: string
  config?: FunctionConfig
}

/** Where function code of a test finds the real SDK. */
export const sdk = JSON.stringify(require.resolve('@cloudbase/node-sdk'))

/** A folder with made-up functions as they lie when they are bundled, and room for data beside them. */
export async function deployed(sources: Record<string, Source>) {
  const folder = await mkdtemp(join(tmpdir(), 'linli-local-'))
  const functions = join(folder, 'functions')
  await mkdir(functions)
  for (const [name, { code, config }] of Object.entries(sources)) {
    await mkdir(join(functions, name), { recursive: true })
    await writeFile(join(functions, name, 'index.js'), code)
    await writeFile(join(functions, name, 'config.json'), JSON.stringify(config ?? {}))
  }
  return { functions, data: join(folder, 'data'), remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Calls a function as a client does; `who` is the whole bearer token. */
export async function call(url: string, name: string, event: unknown, who?: string) {
  const response = await fetch(`${url}/v1/functions/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(who !== undefined && { authorization: `Bearer ${who}` }) },
    body: JSON.stringify(event),
  })
  const answer = (await response.json()) as Record<string, unknown>
  return { status: response.status, requests: response.headers.get('x-db-requests'), answer }
}
