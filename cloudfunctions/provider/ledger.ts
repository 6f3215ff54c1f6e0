import { Refused } from '../../src/domain/refusal'
import { type DrawnFor, drawIn, type Resource, type ResourceEntry, type Watched } from '../../src/domain/resource'
import { _, type Database } from '../runtime/database'

/** What every entry says: the intent, when, by whom, how much. */
interface Told {
  id: string
  at: number
  by: string | null
  amount: number
  note: string | null
}

type Resources = Pick<Database, 'resources'>

/** The ledger, refused where there is none. */
export async function resourceOf({ resources }: Resources, id: string): Promise<Resource> {
  const found = await resources.get(id)
  if (!found) throw new Refused({ reason: 'not-found' })
  return found
}

/** Whether this very entry is in the ledger already: then it was done, and is not done again. */
const has = ({ entries }: Resource, id: string): boolean => entries.some((entry) => entry.id === id)

/** More of it: always possible. */
export async function add(db: Resources, resource: string, told: Told): Promise<Resource> {
  const entry: ResourceEntry = { ...told, kind: 'bring' }
  const added = await db.resources.findAndChange(
    { _id: resource, 'entries.id': _.nin([entry.id]) },
    { left: _.inc(entry.amount), entries: _.push([entry]) },
  )
  return added ?? resourceOf(db, resource)
}

/** Less of it, in one atomic step that a ledger with too little left does not match: it never goes below nought. */
async function less(db: Resources, resource: string, entry: ResourceEntry): Promise<Resource> {
  const taken = await db.resources.findAndChange(
    { _id: resource, left: _.gte(entry.amount), 'entries.id': _.nin([entry.id]) },
    { left: _.inc(-entry.amount), entries: _.push([entry]), ...watch(entry) },
  )
  if (taken) return taken
  const found = await resourceOf(db, resource)
  if (has(found, entry.id)) return found
  throw new Refused({ reason: 'resource-short', left: found.left, unit: found.unit })
}

/** What is drawn for an order or an activity comes back by itself where that is called off. */
function watch(entry: ResourceEntry) {
  if (entry.kind !== 'draw' || entry.for.noun === 'other') return {}
  const { noun, id } = entry.for
  const watched: Watched = { draw: entry.id, noun, id }
  return { watched: _.push([watched]) }
}

/** Nobody looks any more whether what it was drawn for is called off. */
export const settle = ({ resources }: Resources, resource: string, drawn: string): Promise<number> =>
  resources.change({ _id: resource, 'watched.draw': drawn }, { watched: _.pull({ draw: drawn }) })

/** Draws some of it for an order or an activity; asked again under the same id it is drawn once. */
export const draw = (db: Resources, resource: string, told: Told, drawnFor: DrawnFor): Promise<Resource> =>
  less(db, resource, { ...told, kind: 'draw', for: drawnFor })

/** The provider takes back what it does not lend any more; what is out it cannot. */
export const takeBack = (db: Resources, resource: string, told: Told): Promise<Resource> =>
  less(db, resource, { ...told, kind: 'take-back' })

/** What was not used of a draw comes back: once for each draw, and no more than was drawn. */
export async function giveBack(db: Resources, resource: string, told: Told, drawn: string): Promise<Resource> {
  const before = await resourceOf(db, resource)
  if (has(before, told.id)) return before
  // A draw is a fact and does not change: what is read of it here holds at the step below.
  const of = drawIn(before.entries, drawn)
  if (!of) throw new Refused({ reason: 'not-found' })
  if (told.amount > of.amount) throw new Refused({ reason: 'resource-returned' })
  const entry: ResourceEntry = { ...told, kind: 'return', draw: drawn }
  const back = await db.resources.findAndChange(
    { _id: resource, returned: _.nin([drawn]), 'entries.id': _.nin([entry.id]) },
    {
      left: _.inc(entry.amount),
      returned: _.push([drawn]),
      watched: _.pull({ draw: drawn }),
      entries: _.push([entry]),
    },
  )
  if (back) return back
  const after = await resourceOf(db, resource)
  if (has(after, entry.id)) return after
  throw new Refused({ reason: 'resource-returned' })
}
