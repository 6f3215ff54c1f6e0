import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { build } from './build'
import { root } from './bundle'
import { type Local, startLocal } from './local'
import { FolderInUse, isFolderInUse } from './lock'
import type { LogLine } from './runner-instance'

const usualPort = 8420

/** What `npm start` is told: PORT, LINLI_DATA, LINLI_WEB=none (functions only), --reset. */
interface Wishes {
  port: number
  data: string
  web: boolean
  reset: boolean
}

/** A sentence for whoever started it, with what to do next. */
class Advice extends Error {}

function wishes(): Wishes {
  const asked = process.env.PORT ?? ''
  const port = asked === '' ? usualPort : Number(asked)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Advice(`PORT is "${asked}"; set it to a number from 0 (any free port) to 65535.`)
  const strange = process.argv.slice(2).find((argument) => argument !== '--reset')
  if (strange !== undefined) throw new Advice(`"${strange}" is not known; use "npm start" or "npm start -- --reset".`)
  return {
    port,
    data: resolve(root, process.env.LINLI_DATA || '.data'),
    web: process.env.LINLI_WEB !== 'none',
    reset: process.argv.includes('--reset'),
  }
}

async function start({ port, data, web, reset }: Wishes): Promise<Local> {
  if (await isFolderInUse(data)) throw new FolderInUse(data)
  if (reset) await rm(data, { recursive: true, force: true })
  const [functions, pages] = await Promise.all([build('functions'), web ? build('web-local') : undefined])
  const served = { functions, ...(pages !== undefined && { web: pages }), demo: true, timers: true }
  return startLocal({ data, port, ...served, tell: repeat })
}

/** What functions write is for whoever started this; standard output has its one line. */
const repeat = ({ function: name, text }: LogLine) => process.stderr.write(`${name}: ${text}`)

/** What went wrong, in one sentence where it is known what to do about it. */
function told(error: unknown, { port, data }: Partial<Wishes>): string {
  if (error instanceof Advice) return error.message
  if (error instanceof FolderInUse)
    return `The data folder ${data} is in use by another start; stop that one first, or set LINLI_DATA to another folder.`
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken; stop what uses it, or choose another: PORT=${(port ?? usualPort) + 1} npm start.`
  if (code === 'EACCES' || code === 'EROFS')
    return `${(error as Error).message}; set PORT above 1023 and LINLI_DATA to a folder that can be written.`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

async function main(): Promise<void> {
  let wished: Partial<Wishes> = {}
  try {
    wished = wishes()
    const local = await start(wished as Wishes)
    let stopping = false
    const stop = () => {
      if (stopping) return
      stopping = true
      local.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    process.stdout.write(`Ready: ${local.url}/\n`)
  } catch (error) {
    process.stderr.write(`${told(error, wished)}\n`)
    process.exit(1)
  }
}

void main()
