import type { Collection } from '../../cloudfunctions/runtime/collections'
import { startLocal } from '../../local/local'

/**
 * A local CloudBase as a process of its own, for tests that kill it: the data folder, the functions (or "none") and, as
 * JSON, collections in place of the product's.
 */
const [data, functions, collections] = process.argv.slice(2) as [string, string, string | undefined]

startLocal({
  data,
  functions: functions === 'none' ? undefined : functions,
  ...(collections !== undefined && { collections: JSON.parse(collections) as Record<string, Collection> }),
}).then(
  ({ url }) => process.stdout.write(`Ready: ${url}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  },
)
