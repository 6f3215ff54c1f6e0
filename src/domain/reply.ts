import type { Refusal } from './refusal'

/** What every function answers. A fault names the request, so that a person can quote it and staff can find it. */
export type Reply<Value> =
  | { ok: true; value: Value }
  | ({ ok: false } & Refusal)
  | { ok: false; reason: 'fault'; requestId: string }

/** What every function is sent: which procedure, at which centre, with what. */
export interface Request {
  procedure: string
  centre: string
  input: unknown
}
