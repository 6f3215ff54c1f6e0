import type { IncomingMessage } from 'node:http'

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/**
 * Whether a request may be answered: it must have asked for this machine by name, and, from a browser, come from a
 * page of this machine. A page elsewhere whose name was bent to 127.0.0.1 is refused, as is a form posted from one.
 */
export function isOurs(request: IncomingMessage): boolean {
  const { host, origin } = request.headers
  if (host === undefined || !loopback.test(host)) return false
  if (origin === undefined) return true
  try {
    return loopback.test(new URL(origin).host)
  } catch {
    return false
  }
}
