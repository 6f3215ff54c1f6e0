import { randomUUID } from 'node:crypto'
import { orderIn, runPipeline, wholeNumber } from './document/aggregate'
import { DatabaseError, refused } from './document/database-error'
import { decode, decodeValue, encode } from './document/ejson'
import { compileFilter } from './document/filter'
import { compileProjection } from './document/projection'
import { geoNear } from './document/stage-geo-near'
import { compileUpdate } from './document/update'
import {
  type Doc,
  type Fields,
  type Filter,
  type Id,
  isFields,
  ObjectId,
  type Update,
  type Value,
} from './document/value'
import { encoded } from './store/encoded'
import type { Store } from './store/store'

/** What the SDK asks. Documents, filters and changes are text inside it. */
export type WireRequest = { action: string; collectionName?: string } & Record<string, unknown>
export type WireAnswer = Record<string, unknown>

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

/** One request, read. */
interface Asked {
  collection: string
  transaction: string | undefined
  filter: Filter
  request: WireRequest
  now: number
}

type Action = (store: Store, asked: Asked) => Promise<WireAnswer>

/** A document as it is answered: of an object id only its digits are told, as the cloud does. */
const answerOf = (text: string): string =>
  text.includes('{"$oid":') ? text.replace(/\{"\$oid":"([0-9a-f]{24})"\}/g, '"$1"') : text
const idOf = (id: Id): string | number => (id instanceof ObjectId ? id.hex : id)

const usualLimit = 100
const mostLimit = 1000
/**
 * A pipeline that does not end with a limit answers no more than this, in the cloud too, and says nothing of the rest:
 * https://developers.weixin.qq.com/community/develop/article/doc/000624c67c8b48611dba2b12058c13
 */
const usualRows = 20

const actions: Record<string, Action> = {
  'database.addCollection': async (store, { collection }) => {
    await store.addCollection(collection)
    return {}
  },
  'database.insertDocument': async (store, { collection, request, transaction, now }) => {
    const docs = (Array.isArray(request.data) ? request.data : [request.data]).map((each) => decode(text(each), now))
    const ids = await store.insert(collection, docs, transaction)
    return { data: { insertedIds: ids.map(idOf) } }
  },
  'database.getDocument': async (store, { collection, filter, request, transaction, now }) => {
    const order = orderOf(request.order, now)
    const shape = compileProjection(decode(text(request.projection), now), filter)
    const whole = request.queryType === 'DOC'
    const limit = Math.min(number(request.limit) ?? usualLimit, mostLimit)
    const search = { filter, order, skip: number(request.offset) ?? 0, limit: whole ? 1 : limit }
    const docs = store.find(collection, search, transaction)
    return { data: { list: docs.map((doc) => answerOf(encode(shape(doc)))) } }
  },
  'database.calculateDocument': async (store, { collection, filter }) => ({
    data: { total: store.count(collection, filter) },
  }),
  'database.modifyDocument': async (store, { collection, filter, request, transaction, now }) => {
    const data = decode(text(request.data), now)
    if (request.merge === false) {
      const id = (filter as { _id?: Id })._id
      if (id === undefined) throw new DatabaseError('DATABASE_REQUEST_FAILED', 'set() asks for one document by its id.')
      const found = await store.set(collection, { _id: id, ...data } as Doc, transaction)
      return { data: found ? { updated: 1, upsert_id: null } : { updated: 0, upsert_id: idOf(id) } }
    }
    const update = compileUpdate(data as Update, filter)
    const { matched } = await store.change(collection, filter, (doc) => ({ doc: update(doc, now) }), {
      all: request.multi === true,
      transaction,
    })
    return { data: { updated: matched, upsert_id: null } }
  },
  'database.modifyAndReturnDoc': async (store, { collection, filter, request, transaction, now }) => {
    const update = compileUpdate(decode(text(request.data), now) as Update, filter)
    const { matched, doc } = await store.change(collection, filter, (found) => ({ doc: update(found, now) }), {
      all: false,
      transaction,
    })
    return { data: { updated: matched, doc: doc ? answerOf(encoded(doc)) : null } }
  },
  'database.removeDocument': async (store, { collection, filter, request, transaction }) => {
    const options = { all: request.multi === true, transaction }
    const { matched } = await store.change(collection, filter, () => ({ doc: undefined }), options)
    return { data: { deleted: matched } }
  },
  'database.aggregateDocuments': async (store, { collection, request, now }) => {
    const asked = Array.isArray(request.stages) ? request.stages : []
    const stages = asked.map(({ stageKey, stageValue }: Record<string, unknown>) => ({
      [String(stageKey)]: decoded(stageValue, now) ?? null,
    }))
    return { data: { list: aggregate(store, collection, stages).map((row) => answerOf(encode(row))) } }
  },
  'database.startTransaction': async (store) => ({ transactionId: store.transactions.start() }),
  'database.commitTransaction': async (store, { transaction }) => {
    await store.transactions.commit(transaction ?? '')
    return {}
  },
  'database.abortTransaction': async (store, { transaction }) => {
    store.transactions.find(transaction ?? '')
    store.transactions.abort(transaction ?? '')
    return {}
  },
}

/** Sort orders come as `[{field: 1}, …]` or as one object, in canonical form. */
function orderOf(value: unknown, now: number): Record<string, 1 | -1> | undefined {
  const found = decoded(value, now)
  const parts = Array.isArray(found) ? found : found === undefined ? [] : [found]
  const order = Object.assign({}, ...parts) as Record<string, 1 | -1>
  return Object.keys(order).length > 0 ? order : undefined
}

/** A stage's value, or an order, is text that may hold a number, text or an object. */
const decoded = (value: unknown, now: number): Value | undefined =>
  typeof value === 'string' && value !== '' ? decodeValue(value, now) : undefined

/** The first stages of a pipeline are the store's: conditions, order and limit find their index there. */
function aggregate(store: Store, collection: string, asked: Fields[]): Fields[] {
  const { rows: found, rest } =
    asked[0] && '$geoNear' in asked[0] ? nearest(store, collection, asked) : first(store, collection, asked)
  const rows = runPipeline(found, rest, (from, filter, sort, most) =>
    store.find(from, { filter, order: sort, ...(most !== undefined && { limit: most }) }),
  )
  return '$limit' in (asked.at(-1) ?? {}) ? rows : rows.slice(0, usualRows)
}

function nearest(store: Store, collection: string, [stage = {}, ...rest]: Fields[]) {
  const { filter, finish } = geoNear(stage.$geoNear ?? null, store.places(collection))
  return { rows: finish(store.find(collection, { filter })), rest }
}

function first(store: Store, collection: string, asked: Fields[]) {
  const stages = store.permissive && !('$match' in (asked[0] ?? {})) ? [{ $match: {} }, ...asked] : asked
  const [match, second, third] = stages
  if (!match || !('$match' in match))
    throw new DatabaseError(
      'DATABASE_QUERY_WITHOUT_INDEX',
      `An aggregate on "${collection}" begins with a match that an index serves; without one it reads everything.`,
    )
  const order = second && '$sort' in second ? orderIn(second.$sort ?? null) : undefined
  const cut = order ? third : second
  const limit = cut && '$limit' in cut ? wholeNumber('$limit', cut.$limit ?? null, 1) : undefined
  const rest = stages.slice(1 + (order ? 1 : 0) + (limit === undefined ? 0 : 1))
  if (!isFields(match.$match)) throw refused('the match filter must be an object')
  compileFilter(match.$match)
  const rows = store.find(collection, { filter: match.$match, order, ...(limit !== undefined && { limit }) })
  return { rows, rest }
}

/** The database behind the SDK's wire. `now` is the clock of server dates. */
export function createWire(store: Store, now: () => number): (request: WireRequest) => Promise<WireAnswer> {
  return async (request) => {
    const requestId = randomUUID()
    try {
      const action = Object.hasOwn(actions, request.action) ? actions[request.action] : undefined
      if (!action) throw new DatabaseError('INVALID_ACTION', `unknown action ${request.action}`)
      const at = now()
      const asked: Asked = {
        collection: text(request.collectionName) ?? '',
        transaction: text(request.transactionId),
        filter: decode(text(request.query), at) as Filter,
        request,
        now: at,
      }
      return { requestId, ...(await action(store, asked)) }
    } catch (error) {
      if (error instanceof DatabaseError) return { requestId, code: error.code, message: error.message }
      const message = error instanceof Error ? error.message : String(error)
      return { requestId, code: 'DATABASE_REQUEST_FAILED', message }
    }
  }
}
