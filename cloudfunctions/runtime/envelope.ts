import * as v from 'valibot'
import { centreId } from '../../src/domain/centre'
import { Refused } from '../../src/domain/refusal'

/** What wraps every input. Other keys are let be: WeChat adds its own to each event, and none of them is read. */
const envelope = v.object({
  procedure: v.pipe(v.string(), v.maxLength(40)),
  centre: centreId,
  // A list has no keys of its own to be strict about, and would pass for an empty object.
  input: v.pipe(
    v.unknown(),
    v.check((input) => typeof input === 'object' && input !== null && !Array.isArray(input)),
  ),
})

/** A timer's event; whether it really was a timer is for the platform to say. */
const timerEvent = v.object({ Type: v.literal('Timer'), TriggerName: v.string() })

/** A message that WeChat pushes to a function: https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html */
const pushEvent = v.object({ MsgType: v.literal('event'), Event: v.pipe(v.string(), v.maxLength(40)) })

type Path = [v.IssuePathItem, ...v.IssuePathItem[]] | undefined

/** Where an input is wrong, by the schema's own names: a key that the schema does not know is not said back. */
function fieldOf(issue: v.BaseIssue<unknown>): string {
  const path: Path = issue.path
  const known = (path ?? []).filter((_, index) => issue.expected !== 'never' || index < (path?.length ?? 0) - 1)
  return known.map((item) => String(item.key)).join('.') || 'input'
}

/** Parses once; what does not fit is refused by the name of its first wrong field, and nothing else is told. */
export function parsed<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value, { abortEarly: true, abortPipeEarly: true })
  if (result.success) return result.output
  throw new Refused({ reason: 'bad-input', field: fieldOf(result.issues[0]) })
}

/** Whether an event came through HTTP access: that way has no caller that the platform vouches for. */
const isHttp = (event: unknown): boolean => typeof event === 'object' && event !== null && 'httpMethod' in event

/** The request in an event. */
export function requestIn(event: unknown): v.InferOutput<typeof envelope> {
  if (isHttp(event)) throw new Refused({ reason: 'not-found' })
  return parsed(envelope, event)
}

/** The name of the timer that an event says it is of, if it does. */
export const timerIn = (event: unknown): string | undefined =>
  v.is(timerEvent, event) ? v.parse(timerEvent, event).TriggerName : undefined

/** The name of what WeChat tells, if the event says it is that. */
export const pushIn = (event: unknown): string | undefined =>
  v.is(pushEvent, event) ? v.parse(pushEvent, event).Event : undefined
