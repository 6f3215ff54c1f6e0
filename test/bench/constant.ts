import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { docOf } from './documents'

/** The SDK's ceiling: a server that reads a request and answers what it always answers, in the database's shape. */
const text = JSON.stringify(docOf(7, 10))
const answers: [string, unknown][] = [
  ['"database.modifyDocument"', { data: { updated: 1, upsert_id: null } }],
  ['"database.modifyAndReturnDoc"', { data: { updated: 1, doc: text } }],
  ['"database.startTransaction"', { transactionId: '0123456789abcdef0123456789abcdef' }],
  ['"database.commitTransaction"', {}],
  ['"database.aggregateDocuments"', { data: { list: [JSON.stringify({ _id: 7, sum: 45 })] } }],
  ['"DOC"', { data: { list: [text] } }],
  ['"database.getDocument"', { data: { list: Array.from({ length: 10 }, () => text) } }],
]
const bodies = answers.map(([sought, answer]) => {
  const body = JSON.stringify({ requestId: '00000000-0000-4000-8000-000000000000', ...(answer as object) })
  return { sought, body, length: Buffer.byteLength(body) }
})

const server = createServer(async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const asked = Buffer.concat(parts).toString('utf8')
  const { body, length } = bodies.find(({ sought }) => asked.includes(sought)) ?? { body: '{}', length: 2 }
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': length }).end(body)
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`Ready: http://127.0.0.1:${(server.address() as AddressInfo).port}\n`),
)
