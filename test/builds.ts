import type { Config } from 'jest'
import { build } from '../local/build'

/**
 * Tests of functions and journeys go through what is built. Before any runs, whatever is not of the present sources is
 * built anew: once, not by each test for itself.
 */
export default async function builds({ nonFlagArgs }: Pick<Config & { nonFlagArgs: string[] }, 'nonFlagArgs'>) {
  await build('functions')
  const wanted = nonFlagArgs.length === 0 || nonFlagArgs.some((pattern) => pattern.includes('journeys'))
  if (!wanted) return
  // One after the other: each takes both processors of a small machine.
  for (const target of ['weapp', 'web-local', 'web'] as const) await build(target)
}
