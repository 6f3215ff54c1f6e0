import { type Filter, isFields, type Value } from '../document/value'
import type { Plan } from './plan'

/** A query that no index served, its values left out. */
export interface Unserved {
  collection: string
  query: string
  times: number
  /** Whether it was carried out all the same. */
  allowed: boolean
}

const mostShapes = 200

/** Counts how often each index served, and keeps the queries that none did. */
export class Uses {
  /** By "collection index"; `_id` is the documents' own order. */
  private readonly counts = new Map<string, number>()
  private readonly shapes = new Map<string, Unserved>()

  served(collection: string, plan: Plan): void {
    if (plan.by === 'several') {
      for (const each of plan.plans) this.served(collection, each)
      return
    }
    const key = `${collection} ${plan.by === 'index' ? plan.index.name : '_id'}`
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
  }

  unserved(collection: string, filter: Filter, allowed: boolean): void {
    const query = JSON.stringify(shapeOf(filter as Value))
    const key = `${collection} ${query}`
    const known = this.shapes.get(key)
    if (known) known.times += 1
    else if (this.shapes.size < mostShapes) this.shapes.set(key, { collection, query, times: 1, allowed })
  }

  times(collection: string, index: string): number {
    return this.counts.get(`${collection} ${index}`) ?? 0
  }

  withoutIndex(): Unserved[] {
    return [...this.shapes.values()].sort((a, b) => b.times - a.times)
  }
}

/** A filter with a question mark for each value: what was asked, not of whom. */
export function shapeOf(value: Value): unknown {
  if (Array.isArray(value)) return value.length > 0 ? [shapeOf(value[0] as Value)] : []
  if (!isFields(value)) return '?'
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shapeOf(each as Value)]))
}
