import type { Variables } from './expression'
import type { Order } from './order'
import type { Doc, Fields, Filter } from './value'

/** Finds in another collection: what matches, sorted, cut to a length. */
export type Lookup = (collection: string, filter: Filter, sort?: Order, limit?: number) => Doc[]

/** What a pipeline runs with: the variables of the lookup that it is in, and the other collections. */
export interface Run {
  variables: Variables
  lookup: Lookup
}

/** One step of a pipeline. */
export type Stage = (rows: Iterable<Fields>, run: Run) => Iterable<Fields>

/** A prepared pipeline, or the part of one that a lookup has. */
export type Pipeline = (rows: Iterable<Fields>, run: Run) => Fields[]
