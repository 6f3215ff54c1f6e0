import { init } from '@cloudbase/node-sdk'
import type { Collection } from '../../cloudfunctions/runtime/collections'
import type { Doc } from '../../local/document/value'

export const loadCollections: Record<string, Collection> = {
  notes: { indexes: [{ name: 'writer_n', keys: { writer: 1, n: 1 }, unique: true, serves: 'finding a note' }] },
  counters: { indexes: [] },
  purses: { indexes: [] },
  receipts: { indexes: [] },
}

/** What one writer was told is done, and the one thing that it was not told of. */
export interface Writer {
  name: string
  /** Notes by whether they are there; one whose answer was lost is not in it. */
  notes: Map<string, boolean>
  /** How often its counter was moved on. */
  turns: number
  /** Transactions that were committed: each moved one coin and left a receipt. */
  receipts: Set<string>
  next: number
}

export const coins = 100_000

export const newWriter = (name: string): Writer => ({
  name,
  notes: new Map(),
  turns: 0,
  receipts: new Set(),
  next: 0,
})

/** What must be there before the first writer writes. */
export function beginnings(writers: Writer[]): { collection: string; docs: Doc[] }[] {
  return [
    { collection: 'counters', docs: writers.map(({ name }) => ({ _id: name, turn: 0 })) },
    {
      collection: 'purses',
      docs: writers.flatMap(({ name }) => [
        { _id: `${name}-from`, coins },
        { _id: `${name}-to`, coins: 0 },
      ]),
    },
  ]
}

type Database = ReturnType<ReturnType<typeof init>['database']>

const databaseAt = (url: string): Database =>
  init({ env: 'local', secretId: 'local', secretKey: 'local', serviceUrl: `${url}/admin`, keepalive: true }).database()

/** Writers that write through the real SDK, without a rest, until the server is gone. Answers how much was told. */
export async function load(url: string, writers: Writer[]): Promise<number> {
  const database = databaseAt(url)
  const told = await Promise.all(
    writers.map(async (writer) => {
      for (let done = 0; ; done += 1) if (!(await once(database, writer))) return done
    }),
  )
  return told.reduce((sum, each) => sum + each, 0)
}

/** One write, of the kind whose turn it is; false when no answer came. */
async function once(database: Database, writer: Writer): Promise<boolean> {
  const n = (writer.next += 1)
  const id = `${writer.name}-${n}`
  const old = n % 4 === 3 ? [...writer.notes].find(([, there]) => there)?.[0] : undefined
  try {
    if (old !== undefined) {
      writer.notes.delete(old)
      await database.collection('notes').doc(old).remove()
      writer.notes.set(old, false)
    } else if (n % 4 === 1) {
      await turn(database, writer)
    } else if (n % 4 === 2) {
      await pay(database, writer, id)
      writer.receipts.add(id)
    } else {
      await database.collection('notes').add({ _id: id, writer: writer.name, n, text: 'x'.repeat((n * 37) % 2000) })
      writer.notes.set(id, true)
    }
    return true
  } catch {
    return false
  }
}

async function turn(database: Database, writer: Writer): Promise<void> {
  const where = { _id: writer.name, turn: writer.turns }
  const { updated } = await database
    .collection('counters')
    .where(where)
    .updateAndReturn({ turn: database.command.inc(1) })
  if (updated !== 1) throw new Error(`the counter of ${writer.name} does not stand at ${writer.turns}`)
  writer.turns += 1
}

async function pay(database: Database, { name }: Writer, receipt: string): Promise<void> {
  const transaction = await database.startTransaction()
  const { inc } = database.command
  await transaction
    .collection('purses')
    .doc(`${name}-from`)
    .update({ coins: inc(-1) })
  await transaction.collection('receipts').doc(receipt).set({ of: name })
  await transaction
    .collection('purses')
    .doc(`${name}-to`)
    .update({ coins: inc(1) })
  await transaction.commit()
}

/** What is on the disk against what each writer was told; takes up what it was not told of. Answers what was lost. */
export function lossesOf(writers: Writer[], all: (collection: string) => Doc[]): string[] {
  const lost: string[] = []
  const by = (collection: string) => new Map(all(collection).map((doc) => [String(doc._id), doc]))
  const [notes, counters, purses, receipts] = [by('notes'), by('counters'), by('purses'), by('receipts')]
  const paid = new Map<string, number>()
  for (const { of } of receipts.values()) paid.set(String(of), (paid.get(String(of)) ?? 0) + 1)
  for (const writer of writers) {
    const { name } = writer
    for (const [id, there] of writer.notes)
      if (notes.has(id) !== there) lost.push(`${there ? 'a note' : 'the removal of'} ${id}`)
    const turns = Number(counters.get(name)?.turn)
    if (turns !== writer.turns && turns !== writer.turns + 1)
      lost.push(`${name} stands at ${turns} and was told ${writer.turns}`)
    writer.turns = turns
    for (const id of writer.receipts) if (!receipts.has(id)) lost.push(`the receipt ${id}`)
    const count = paid.get(name) ?? 0
    const [from, to] = [purses.get(`${name}-from`)?.coins, purses.get(`${name}-to`)?.coins]
    if (from !== coins - count || to !== count) lost.push(`${name} has ${count} receipts, ${from} and ${to} coins`)
  }
  return lost
}
