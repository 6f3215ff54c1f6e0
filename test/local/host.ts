import { startLocal } from '../../local/local'

/** A local CloudBase as a process of its own, for tests that kill it: data folder and functions are its arguments. */
const [data, functions] = process.argv.slice(2) as [string, string]

startLocal({ data, functions }).then(
  ({ url }) => process.stdout.write(`Ready: ${url}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  },
)
