/**
 * How `wx-server-sdk` asks WeChat's open APIs: a form whose `requestData` is a Protocol Buffers message, and an answer
 * that is one. Only what is needed of either is read and written: https://protobuf.dev/programming-guides/encoding/
 */
export interface AskedInForm {
  action: string
  apiName: string
  /** What was sent, by its names: JSON where it is JSON, text otherwise, the size of what is neither. */
  data: Record<string, unknown>
}

/** Reads such a form; nothing where it is another kind of request. */
export function readForm(body: Buffer, type: string | undefined): AskedInForm | undefined {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/.exec(type ?? '')?.[1]
  if (boundary === undefined) return undefined
  const fields = new Map<string, Buffer>()
  const edge = Buffer.from(`--${boundary}`)
  for (let at = body.indexOf(edge); at >= 0; ) {
    const next = body.indexOf(edge, at + edge.length)
    if (next < 0) break
    const part = body.subarray(at + edge.length + 2, next - 2)
    const head = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/.exec(part.subarray(0, head).toString('utf8'))?.[1]
    if (name !== undefined) fields.set(name, part.subarray(head + 4))
    at = next
  }
  const text = (name: string) => fields.get(name)?.toString('utf8') ?? ''
  return { action: text('action'), apiName: text('apiName'), data: dataOf(fields.get('requestData')) }
}

/** The pairs of a `CommApiData`: its field 2 has them as field 1, each with a key (1) and a value (2). */
function dataOf(message: Buffer | undefined): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  for (const inner of message ? fieldsOf(message, 2) : [])
    for (const pair of fieldsOf(inner, 1)) {
      const [key] = fieldsOf(pair, 1)
      const [value] = fieldsOf(pair, 2)
      data[key?.toString('utf8') ?? ''] = readable(value ?? Buffer.alloc(0))
    }
  return data
}

function readable(value: Buffer): unknown {
  const text = value.toString('utf8')
  if (text.includes('\uFFFD')) return `${value.length} bytes`
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The parts of a message that have this number and a length; numbers of other kinds are passed over. */
function fieldsOf(message: Buffer, wanted: number): Buffer[] {
  const found: Buffer[] = []
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let shift = 1; at < message.length; shift *= 128) {
      const byte = message[at++] as number
      value += (byte & 127) * shift
      if (byte < 128) break
    }
    return value
  }
  while (at < message.length) {
    const tag = varint()
    const kind = tag % 8
    if (kind === 2) {
      const length = varint()
      if ((tag - kind) / 8 === wanted) found.push(message.subarray(at, at + length))
      at += length
    } else if (kind === 0) varint()
    else if (kind === 1) at += 8
    else if (kind === 5) at += 4
    else break
  }
  return found
}

/** A `CommOpenApiResp`: field 1 is the answer, field 2 its type. */
export function formAnswer(answer: unknown): Buffer {
  const field = (number: number, content: Buffer): Buffer => {
    const length: number[] = []
    for (let rest = content.length; ; rest = Math.floor(rest / 128)) {
      length.push(rest < 128 ? rest : (rest % 128) + 128)
      if (rest < 128) break
    }
    return Buffer.concat([Buffer.from([number * 8 + 2, ...length]), content])
  }
  return Buffer.concat([field(1, Buffer.from(JSON.stringify(answer))), field(2, Buffer.from('application/json'))])
}
