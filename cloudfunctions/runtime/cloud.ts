import { getCloudbaseContext, type IContextParam, init, SYMBOL_CURRENT_ENV } from '@cloudbase/node-sdk'

/**
 * The one instance of the SDK. Its credentials are read from the environment at each request, so that it outlives
 * them. The time-out leaves room for further attempts within a function's own.
 */
export const cloud = init({
  // The vendor's type says string, the vendor's constant is a symbol.
  env: SYMBOL_CURRENT_ENV as unknown as string,
  timeout: 5000,
  keepalive: true,
})

/** What the platform hands a function beside the event; the environment of this one call is in it. */
export type Context = IContextParam

/** Who calls and by what, as the platform says it: never as the caller says it. */
export interface Invocation {
  requestId: string
  /** "wx:<openid>" or "web:<uid>", or nothing for someone who is not signed in, or only as a device. */
  identity: string | null
  /** Whether it was a timer of the platform that called. */
  timer: boolean
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Reads the call's own environment. The process's would be another caller's, where an instance is used again. */
export function invocationOf(context: Context): Invocation {
  const environment = getCloudbaseContext(context)
  const openid = text(environment.WX_OPENID)
  // An anonymous sign-in names a device for as long as its storage is kept; a seat is promised to a person.
  const uid = environment.TCB_ISANONYMOUS_USER === 'true' ? null : text(environment.TCB_UUID)
  const identity = openid ? `wx:${openid}` : uid ? `web:${uid}` : null
  return {
    requestId: text(context.request_id) ?? '',
    identity,
    timer: identity === null && environment.TRIGGER_SRC === 'timer',
  }
}
