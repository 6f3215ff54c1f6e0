import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Collection, collections } from '../cloudfunctions/runtime/collections'
import { Advice, type Asked, dataFolder, portOf, stopWhenAsked, told } from './advice'
import { writeArchive } from './keep/archive'
import { writeJsonLines } from './keep/json-lines'
import { followLog, logOf } from './keep/logs'
import { restore } from './keep/restoration'
import { verify } from './keep/verification'
import { startLocal } from './local'

/** `npm run local`: CloudBase on this machine by itself, and what one does with its data. */
const usualPort = 8421

const usage = `npm run local                                start CloudBase alone; PORT, LINLI_DATA
  -- --functions DIR                         with the CloudBase functions of a folder
  -- --collections FILE                      with the collections and indexes of a JSON file
  -- --duplicates e11000                     a key that is taken told as was seen, not as documented
  -- --permissive                            collections may be made by the SDK, queries need no index
npm run local -- verify                      check every document and every index
npm run local -- backup FILE                 one file with everything but the key, while it is used
npm run local -- backup --json-lines FOLDER  a file a collection, as CloudBase's importer takes them
npm run local -- restore FILE | FOLDER       put a backup in the place of the data
npm run local -- logs [--function NAME] [--request ID] [--follow]`

const options = {
  functions: { type: 'string' },
  collections: { type: 'string' },
  permissive: { type: 'boolean' },
  duplicates: { type: 'string' },
  'json-lines': { type: 'boolean' },
  function: { type: 'string' },
  request: { type: 'string' },
  follow: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

function words() {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    throw new Advice(`${(error as Error).message}\n${usage}`)
  }
}

async function declared(file: string | undefined, permissive: boolean): Promise<Record<string, Collection>> {
  if (file === undefined) return permissive ? {} : collections
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, Collection>
  } catch (error) {
    throw new Advice(`${file} is not a JSON file of collections: ${(error as Error).message}`)
  }
}

async function main(asked: Asked): Promise<void> {
  const { values, positionals } = words()
  const [verb, path] = positionals
  const data = resolve(dataFolder())
  asked.data = data
  const permissive = values.permissive === true
  const needed = () => {
    if (path === undefined) throw new Advice(usage)
    return resolve(path)
  }
  if (!['e11000', 'documented', undefined].includes(values.duplicates)) throw new Advice(usage)
  if (values.help || positionals.length > 2) return say(usage)
  switch (verb) {
    case undefined: {
      asked.port = portOf(usualPort)
      const functions = values.functions === undefined ? undefined : resolve(values.functions)
      if (functions !== undefined && !existsSync(functions))
        throw new Advice(`There is no folder ${functions}; --functions takes one that has a folder for each function.`)
      const local = await startLocal({
        data,
        port: asked.port,
        functions,
        collections: await declared(values.collections, permissive),
        permissive,
        duplicates: values.duplicates === 'e11000' ? 'e11000' : 'documented',
        timers: true,
        pages: true,
        tell: ({ function: name, text }) => process.stderr.write(`${name}: ${text}`),
      })
      stopWhenAsked(() => local.stop())
      return say(`Ready: ${local.url}/`)
    }
    case 'verify': {
      const { documents, entries, faults } = await verify(data)
      for (const fault of faults) say(`damaged: ${fault}`)
      if (faults.length > 0) process.exitCode = 1
      return say(`${documents} documents and ${entries} index entries read, ${faults.length || 'no'} faults`)
    }
    case 'backup': {
      if (values['json-lines']) {
        const counts = Object.entries(await writeJsonLines(data, needed()))
        for (const [name, count] of counts) say(`${name}: ${count} documents`)
        return
      }
      const { documents, files } = await writeArchive(data, needed())
      say(`${documents} documents and ${files} files are in ${path}.`)
      return say(`The key that seals telephone numbers is not: keep a copy of ${data}/key in another place.`)
    }
    case 'restore': {
      const done = await restore(data, needed(), await declared(values.collections, permissive))
      say(`${done.documents} documents and ${done.files} files are back.`)
      if (done.before !== undefined) say(`What was there before is in ${done.before}.`)
      if (done.otherKey) say(`Sealed telephone numbers need the key of then: put it in ${data}/key before the start.`)
      return
    }
    case 'logs': {
      const sought = { function: values.function, request: values.request }
      for (const line of await logOf(data, sought)) say(line)
      if (values.follow) for await (const line of followLog(data, sought)) say(line)
      return
    }
    default:
      throw new Advice(`"${verb}" is not known.\n${usage}`)
  }
}

const asked: Asked = { command: 'npm run local' }

main(asked).catch((error: unknown) => {
  process.stderr.write(`${told(error, asked)}\n`)
  process.exitCode = 1
})
