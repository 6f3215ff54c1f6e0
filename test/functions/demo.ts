import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../../local/build'
import { type Local, startLocal } from '../../local/local'
import { day, startOfDay } from '../../src/domain/day'
import type { Reply } from '../../src/domain/reply'

/** The demo centre with the real bundles: whoever calls, by their bearer token, and what they are answered, as text. */
export interface Demo {
  local: Local
  /** The folder where the data and the files are kept. */
  data: string
  /** Every procedure of every function: "activity.open". */
  procedures: string[]
  /** `who` is a bearer: "local.r-01", "localwx.<openid>", or nobody. */
  ask(who: string | null, called: string, input: unknown): Promise<string>
  /** The value of a call that must succeed. */
  value<Value>(who: string, called: string, input: unknown): Promise<Value>
  stop(): Promise<void>
}

/** At nine in the morning of the next day, so that what is on "today" lies ahead. */
export async function demo(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-demo-'))
  const functions = await build('functions')
  const at = startOfDay(Date.now()) + day + 9 * 60 * 60 * 1000
  const local = await startLocal({ data: join(folder, 'data'), functions, demo: true, at })
  const ask: Demo['ask'] = async (who, called, input) => {
    const [noun, procedure] = called.split('.')
    const response = await fetch(`${local.url}/v1/functions/${noun}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(who !== null && { authorization: `Bearer ${who}` }) },
      body: JSON.stringify({ procedure, centre: 'lilan', input }),
    })
    return response.text()
  }
  return {
    local,
    data: join(folder, 'data'),
    procedures: readdirSync(functions).flatMap((noun) => {
      const { main } = require(join(functions, noun, 'index.js')) as { main: { procedures: string[] } }
      return main.procedures.map((name) => `${noun}.${name}`)
    }),
    ask,
    value: async <Value>(who: string, called: string, input: unknown) => {
      const reply = JSON.parse(await ask(who, called, input)) as Reply<Value>
      if (!reply.ok) throw new Error(`${called} was refused: ${JSON.stringify(reply)}`)
      return reply.value
    },
    stop: async () => {
      await local.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
