import { DatabaseError } from './document/database-error'
import { FolderInUse } from './lock'
import { DataDamaged, DataOfOtherVersion } from './store/data-file'

/** A sentence for whoever started something, with what to do next. */
export class Advice extends Error {}

/** What was asked for, as far as it is known. */
export interface Asked {
  port?: number
  data?: string
  /** How it was started: "npm start". */
  command: string
}

/** The folder of the data; the database is in it, the files, the key and the logs. */
export const dataFolder = (): string => process.env.LINLI_DATA || '.data'

/** The port that is asked for, or the usual one. */
export function portOf(usual: number): number {
  const asked = process.env.PORT ?? ''
  const port = asked === '' ? usual : Number(asked)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Advice(`PORT is "${asked}"; set it to a number from 0 (any free port) to 65535.`)
  return port
}

/** What went wrong, in one sentence where it is known what to do about it. */
export function told(error: unknown, { port = 0, data = '', command }: Asked): string {
  if (error instanceof Advice) return error.message
  if (error instanceof FolderInUse)
    return `The data folder ${data} is in use by another start; stop that one first, or set LINLI_DATA to another folder.`
  if (error instanceof DataDamaged)
    return `The data in ${data} is damaged: ${error.what}. Nothing was changed; put a backup in its place (npm run local -- restore FILE), or set LINLI_DATA to another folder.`
  if (error instanceof DataOfOtherVersion)
    return `The data in ${data} was written by another version (${String(error.found)}; this one reads ${error.known}). Nothing was changed; start the version that wrote it and make a backup there, or set LINLI_DATA to another folder.`
  if (error instanceof DatabaseError)
    return `The data does not fit what is declared: ${error.message}. Nothing was changed; mend the documents, or declare another index.`
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken; stop what uses it, or choose another: PORT=${port + 1} ${command}.`
  if (code === 'EACCES' || code === 'EROFS')
    return `${(error as Error).message}; set PORT above 1023 and LINLI_DATA to a folder that can be written.`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Stops once when asked to by the terminal or the system. */
export function stopWhenAsked(stop: () => Promise<void>): void {
  let stopping = false
  const once = () => {
    if (stopping) return
    stopping = true
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', once)
  process.on('SIGTERM', once)
}
