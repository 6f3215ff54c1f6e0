import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Entry } from '../journal'

export const logFile = (data: string): string => join(data, 'logs', 'functions.jsonl')

export interface Sought {
  function?: string | undefined
  /** A request's id, or its beginning. */
  request?: string | undefined
}

/** One entry as a reader wants it: time, function, the request's id, and what was said or how it ended. */
export function textOf(entry: Entry): string {
  const at = 'end' in entry ? entry.at + entry.ms : entry.at
  const time = new Date(at).toISOString().replace('T', ' ').slice(0, 23)
  const head = `${time} ${entry.function} ${entry.requestId}`
  if (!('end' in entry)) {
    const lines = entry.text.replace(/\n$/, '').split('\n')
    return lines.map((line) => `${head} ${line}`).join('\n')
  }
  const { procedure, source, cold, ms, outcome, dbRequests } = entry
  const what = procedure === undefined ? '' : `${procedure} `
  return `${head} END ${what}${outcome} ${Math.round(ms)} ms${cold ? ' cold' : ''} ${dbRequests} database requests, from ${source}`
}

const isSought = (entry: Entry, sought: Sought): boolean =>
  (sought.function === undefined || entry.function === sought.function) &&
  (sought.request === undefined || entry.requestId.startsWith(sought.request))

const entriesIn = (text: string): Entry[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Entry]
      } catch {
        return []
      }
    })

/** The log so far, oldest first. */
export async function logOf(data: string, sought: Sought): Promise<string[]> {
  const file = logFile(data)
  const parts = await Promise.all([`${file}.1`, file].map((each) => readFile(each, 'utf8').catch(() => '')))
  return entriesIn(parts.join(''))
    .filter((entry) => isSought(entry, sought))
    .map(textOf)
}

/** What is said from now on, for ever. */
export async function* followLog(data: string, sought: Sought): AsyncGenerator<string> {
  const file = logFile(data)
  let from = (await readFile(file).catch(() => Buffer.alloc(0))).length
  let rest = ''
  for (;;) {
    await setTimeout(300)
    const handle = await open(file).catch(() => undefined)
    if (!handle) continue
    const { size } = await handle.stat()
    if (size < from) from = 0
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - from), 0, size - from, from)
    await handle.close()
    from += bytesRead
    const text = rest + buffer.toString('utf8', 0, bytesRead)
    const whole = text.lastIndexOf('\n') + 1
    rest = text.slice(whole)
    for (const entry of entriesIn(text.slice(0, whole))) if (isSought(entry, sought)) yield textOf(entry)
  }
}
