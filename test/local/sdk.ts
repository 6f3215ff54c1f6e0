import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { init } from '@cloudbase/node-sdk'
import type { Collection } from '../../cloudfunctions/runtime/collections'
import { openStore, type Store } from '../../local/store/store'
import { createWire } from '../../local/wire'

// The SDK looks for a metadata host unless it is told that it runs in a function.
Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'local' })

export interface Sdk {
  database: ReturnType<ReturnType<typeof init>['database']>
  store: Store
  folder: string
  close(): Promise<void>
}

/** The real SDK in front of a local database with collections of the test's own. */
export async function sdkWith(
  collections: Record<string, Collection>,
  options: { folder?: string; transactionLifetime?: number; permissive?: boolean } = {},
): Promise<Sdk> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'linli-store-')))
  const store = await openStore({ path: folder, collections, ...options })
  const wire = createWire(store, Date.now)
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const answer = JSON.stringify(await wire(JSON.parse(Buffer.concat(parts).toString())))
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`
  const database = init({ env: 'local', secretId: 'local', secretKey: 'local', serviceUrl, keepalive: true }).database()
  return {
    database,
    store,
    folder,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await store.close()
      if (!options.folder) await rm(folder, { recursive: true, force: true })
    },
  }
}
