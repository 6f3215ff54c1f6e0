import type { Config } from 'jest'
import { build } from '../local/build'

/** Journeys go through what is built. Before any runs, whatever is not of the present sources is built anew. */
export default async function builds({ nonFlagArgs }: Pick<Config & { nonFlagArgs: string[] }, 'nonFlagArgs'>) {
  const wanted = nonFlagArgs.length === 0 || nonFlagArgs.some((pattern) => pattern.includes('journeys'))
  if (!wanted) return
  await build('functions')
  // One after the other: each takes both processors of a small machine.
  for (const target of ['weapp', 'web-local', 'web'] as const) await build(target)
}
