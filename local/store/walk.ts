import type { Transaction } from 'lmdb'
import type { Index } from '../../cloudfunctions/runtime/collections'
import { fits, type IdKey, isId, keyOfId } from './id'
import { turned } from './index-keys'
import type { Plan } from './plan'
import { behind, type Key, type Tables } from './tables'

/** Whether a plan leads to no document twice. */
export function isOnceEach(plan: Plan, isSeveral: (index: Index) => boolean): boolean {
  if (plan.by === 'index') return plan.prefixes.length === 1 && !isSeveral(plan.index)
  return plan.by === 'id-range'
}

/** The ids that a plan leads to, in its order; the same one more than once where several ways lead to it. */
export function* idsOf(tables: Tables, collection: string, plan: Plan, snapshot?: Transaction): Generator<IdKey> {
  if (plan.by === 'ids') return yield* plan.ids.filter(isId).filter(fits).map(keyOfId)
  if (plan.by === 'several') {
    for (const each of plan.plans) yield* idsOf(tables, collection, each, snapshot)
    return
  }
  const under = snapshot && { transaction: snapshot }
  if (plan.by === 'id-range') {
    const { from, to } = plan
    const first: Key = from === undefined ? [collection] : [collection, from]
    const last: Key = to === undefined ? [collection, behind] : [collection, to, behind]
    const ends = plan.backwards ? { start: last, end: first, reverse: true } : { start: first, end: last }
    for (const key of tables.documents.getKeys({ ...ends, ...under })) yield key[1] as IdKey
    return
  }
  for (const prefix of plan.prefixes) {
    const head: Key = [collection, plan.index.name, ...prefix.flat()]
    const { range } = plan
    const from: Key = range ? [...head, range.rank, ...(range.from === undefined ? [] : [range.from])] : head
    const to: Key = range
      ? [...head, range.rank, ...(range.to === undefined ? [] : [range.to]), behind]
      : [...head, behind]
    const ends = plan.backwards ? { start: to, end: from, reverse: true } : { start: from, end: to }
    const keys = tables.entries.getKeys({ ...ends, ...under })
    for (const key of plan.turn === undefined ? keys : turned(keys, plan.turn)) yield key.at(-1) as IdKey
  }
}
