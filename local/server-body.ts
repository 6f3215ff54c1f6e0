import type { IncomingMessage } from 'node:http'

/** The most that a function may be sent or answer: CloudBase's own limit. */
export const mostBytes = 6 * 1024 * 1024

/** Reads a request's body; nothing where it is larger than `most` bytes. */
export async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size <= most) parts.push(part)
    else parts.length = 0
  }
  return size <= most ? Buffer.concat(parts) : undefined
}
