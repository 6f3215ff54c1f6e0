import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Faults } from './faults'
import type { Asking, Runner } from './runner'
import type { Caller } from './runner-context'
import { json } from './server-answer'
import { bodyOf, mostBytes } from './server-body'
import type { WireAnswer, WireRequest } from './wire'

/**
 * Who a bearer token names. `local.<id>` is someone signed in on the web, `localwx.<id>` a mini-program's user. No token
 * is someone who has not signed in; anything else is nobody, and is refused.
 */
export function callerOf(authorization: string | undefined): Caller | undefined {
  if (authorization === undefined || authorization === '') return { source: 'web' }
  const named = /^Bearer (local|localwx)\.([A-Za-z0-9_-]{1,64})$/.exec(authorization)
  if (!named) return undefined
  const [, kind, id] = named as unknown as [string, string, string]
  return kind === 'local' ? { source: 'web', uid: id } : { source: 'wx', openid: id }
}

/** `POST /v1/functions/<name>`: a function called from outside, answered with what it returns. */
export async function callFunction(
  runner: Runner,
  faults: Faults,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = randomUUID()
  const refuse = (status: number, code: string, message: string) =>
    json(response, status, { code, message, requestId }, { 'x-request-id': requestId })
  const caller = callerOf(request.headers.authorization)
  if (!caller) return refuse(401, 'INVALID_CREDENTIALS', 'the bearer token names no one')
  const body = await bodyOf(request, mostBytes)
  if (!body) return refuse(413, 'EXCEED_REQUEST_SIZE', 'a request may hold 6 MB')
  const event = eventOf(body)
  if (event === undefined) return refuse(400, 'INVALID_PARAM', 'the body is not a JSON object')
  const harm = faults.strike({ action: 'invoke', function: name, procedure: event.procedure })
  const late = () => refuse(500, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', 'Invoking task timed out (injected)')
  if (harm === 'timeout-before') return late()
  const { outcome, dbRequests } = await runner.invoke(name, event.text, caller, requestId)
  if (harm === 'timeout-after') return late()
  if (harm !== undefined) return void request.socket.destroy()
  if (!outcome.ok) return refuse(outcome.code === 'FUNCTION_NOT_FOUND' ? 404 : 500, outcome.code, outcome.message)
  if (Buffer.byteLength(outcome.result) > mostBytes)
    return refuse(500, 'FUNCTIONS_EXECUTE_FAIL', 'an answer may hold 6 MB')
  const headers = { 'x-request-id': requestId, 'x-db-requests': String(dbRequests) }
  json(response, 200, outcome.result, headers)
}

function eventOf(body: Buffer): { text: string; procedure: string | undefined } | undefined {
  const text = body.length === 0 ? '{}' : body.toString('utf8')
  try {
    const event: unknown = JSON.parse(text)
    if (typeof event !== 'object' || event === null || Array.isArray(event)) return undefined
    const { procedure } = event as { procedure?: unknown }
    return { text, procedure: typeof procedure === 'string' ? procedure : undefined }
  } catch {
    return undefined
  }
}

/** The wire's `functions.invokeFunction`: one function calls another, and is counted what that one asked. */
export async function invokeFunction(
  runner: Runner,
  asked: WireRequest,
  asking: Asking | undefined,
): Promise<WireAnswer> {
  const event = typeof asked.request_data === 'string' && asked.request_data !== '' ? asked.request_data : '{}'
  if (Buffer.byteLength(event) > mostBytes)
    return { code: 'EXCEED_REQUEST_SIZE', message: 'a request to a function may hold 6 MB' }
  const { outcome, requestId, dbRequests } = await runner.invoke(String(asked.function_name), event, {
    source: 'function',
    ...(asking && { through: asking.through }),
  })
  for (let count = 0; count < dbRequests; count += 1) asking?.count()
  if (!outcome.ok) return { requestId, code: outcome.code, message: outcome.message }
  if (Buffer.byteLength(outcome.result) > mostBytes)
    return { requestId, code: 'FUNCTIONS_EXECUTE_FAIL', message: 'an answer may hold 6 MB' }
  return { requestId, data: { response_data: outcome.result } }
}
