import type { GenericSchema, InferInput, InferOutput } from 'valibot'
import type { Activity } from '../../src/domain/activity'
import type { Centre } from '../../src/domain/centre'
import type { Member } from '../../src/domain/member'
import { type Belonging, type Capability, covers, type Scope, scopesOf } from '../../src/domain/permission'
import type { Verdict } from '../../src/domain/rating'
import { Refused } from '../../src/domain/refusal'
import type { Database } from './database'
import type { Beside, RosterDoor } from './door'

/**
 * Who may call: anyone (an open page), someone signed in (to join), a member, or a member some role of whose gives a
 * capability. How far the capability reaches is for the procedure to ask, of the thing that it has loaded.
 */
export type Needs = 'anyone' | 'identity' | 'member' | Capability

/** What a procedure is given, the caller resolved and the time taken once. */
export interface Call<Self extends string | null = string | null, Whom extends Member | null = Member | null> {
  /** The server's time at the door, in epoch milliseconds; the only "now" of this call. */
  now: number
  centre: Centre
  /** The caller's id as a member, joined or not; nothing for someone who is not signed in. */
  self: Self
  member: Whom
  /** The roster that the procedure named in `roster`; without its log, unless it asked for that too. */
  roster: RosterDoor | null
  activity: Activity | null
  verdict: Verdict | null
  /** What `beside` asked for, in its order. */
  beside: unknown[][]
  /** Who the caller is to WeChat, for asking WeChat about them; never told to anyone. */
  openid: string | null
  db: Database
  requestId: string
}

export type OpenCall = Call
export type IdentityCall = Call<string>
export type MemberCall = Call<string, Member>

type CallFor<Needed extends Needs> = Needed extends 'anyone'
  ? OpenCall
  : Needed extends 'identity'
    ? IdentityCall
    : MemberCall

/** One thing that can be asked of a function: who may, with what, and what is done. */
export interface Procedure<Needed extends Needs = Needs, Input extends GenericSchema = GenericSchema, Value = unknown> {
  needs: Needed
  input: Input
  /** Names a roster for the door to bring along in its own request. */
  roster?(input: InferOutput<Input>): string
  /** Whether the roster is wanted with its log. */
  log?: true
  /** Whether the activity and the verdict on it are wanted beside the roster. */
  verdict?: true
  /** Further documents for the door to bring along in the same request; `self` is the caller's id, joined or not. */
  beside?(input: InferOutput<Input>, self: string | null): Beside[]
  run(call: CallFor<Needed>, input: InferOutput<Input>): Promise<Value>
}

/** Declares a procedure; the types of its call and of its input follow from what it needs and from its schema. */
export const procedure = <Needed extends Needs, Input extends GenericSchema, Value>(
  declared: Procedure<Needed, Input, Value>,
): Procedure<Needed, Input, Value> => declared

/** How far the caller reaches with a capability: one scope a role, none for someone who has not joined. */
export const scopesIn = (call: Call, capability: Capability): Scope[] =>
  call.member ? scopesOf(call.member.roles, capability) : []

/** Whether the caller reaches this thing of the centre with a capability. */
export const allowed = (call: Call, capability: Capability, thing: Belonging): boolean =>
  call.member !== null && covers(call.member, capability, thing)

/** Refuses a caller who does not reach this thing. */
export function demand(call: Call, capability: Capability, thing: Belonging): void {
  if (!allowed(call, capability, thing)) throw new Refused({ reason: 'no-permission' })
}

/** What a timer is given: the time, and the database of every centre. */
export interface Tick {
  now: number
  db: Database
  requestId: string
}

/** What a function's procedures take and answer, as types, for its callers. */
export type ApiOf<Procedures> = {
  [Name in keyof Procedures]: Procedures[Name] extends Procedure<infer _Needed, infer Input, infer Value>
    ? { input: InferInput<Input>; value: Value }
    : never
}
