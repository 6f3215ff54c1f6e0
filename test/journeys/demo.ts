import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { outputOf } from '../../local/build'
import { type Local, startLocal } from '../../local/local'
import { day, startOfDay } from '../../src/domain/day'

const hour = 60 * 60 * 1000

/** Nine in the morning of the day, at the centre: what is on "today" still lies ahead, whenever the tests are run. */
export const morning = (): number => startOfDay(Date.now()) + day + 9 * hour

/** The local CloudBase with the demo centre, for the tests of one file: its own data, nothing of it left afterwards. */
export async function openDemo(): Promise<Local> {
  const data = await mkdtemp(join(tmpdir(), 'linli-demo-'))
  const local = await startLocal({
    data,
    functions: outputOf('functions'),
    web: outputOf('web-local'),
    demo: true,
    at: morning(),
  })
  const stop = async () => {
    await local.stop()
    await rm(data, { recursive: true, force: true })
  }
  return { ...local, stop }
}
