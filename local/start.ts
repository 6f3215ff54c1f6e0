import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Advice, dataFolder, portOf, stopWhenAsked, told } from './advice'
import { build } from './build'
import { root } from './bundle'
import { type Local, startLocal } from './local'
import { FolderInUse, isFolderInUse } from './lock'
import type { LogLine } from './runner-instance'
import { Waiting } from './waiting'

const usualPort = 8420

/** What `npm start` is told: PORT, LINLI_DATA, LINLI_WEB=none (functions only), --reset. */
interface Wishes {
  port: number
  data: string
  web: boolean
  reset: boolean
}

function wishes(): Wishes {
  const port = portOf(usualPort)
  const strange = process.argv.slice(2).find((argument) => argument !== '--reset')
  if (strange !== undefined) throw new Advice(`"${strange}" is not known; use "npm start" or "npm start -- --reset".`)
  return {
    port,
    data: resolve(root, dataFolder()),
    web: process.env.LINLI_WEB !== 'none',
    reset: process.argv.includes('--reset'),
  }
}

async function start({ port, data, web, reset }: Wishes): Promise<Local> {
  if (await isFolderInUse(data)) throw new FolderInUse(data)
  if (reset) await rm(data, { recursive: true, force: true })
  const waiting = new Waiting((line) => process.stderr.write(`${line}\n`))
  const [functions, pages] = await Promise.all([
    build('functions'),
    web ? build('web-local', (percent) => waiting.at(percent)) : undefined,
  ]).finally(() => waiting.end())
  const served = { functions, ...(pages !== undefined && { web: pages }), demo: true, timers: true, pages: true }
  return startLocal({ data, port, ...served, tell: repeat })
}

/** What functions write is for whoever started this; standard output has its one line. */
const repeat = ({ function: name, text }: LogLine) => process.stderr.write(`${name}: ${text}`)

async function main(): Promise<void> {
  let wished: Partial<Wishes> = {}
  try {
    wished = wishes()
    const local = await start(wished as Wishes)
    stopWhenAsked(() => local.stop())
    process.stdout.write(`Ready: ${local.url}/\n`)
  } catch (error) {
    process.stderr.write(`${told(error, { ...wished, command: 'npm start' })}\n`)
    process.exit(1)
  }
}

void main()
