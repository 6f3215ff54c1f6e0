import type { Activity } from '../../src/domain/activity'
import type { KeptCode } from '../../src/domain/door'
import type { Draft } from '../../src/domain/activity-draft'
import type { Audit } from '../../src/domain/audit'
import type { Centre, Visit } from '../../src/domain/centre'
import type { Household } from '../../src/domain/household'
import type { Service } from '../../src/domain/hours'
import type { Balance, LedgerEntry } from '../../src/domain/ledger'
import type { Thing } from '../../src/domain/thing'
import type { SlotDay } from '../../src/domain/booking'
import type { Timetable } from '../../src/domain/timetable'
import type { Introduction } from '../../src/domain/introduction'
import type { Member } from '../../src/domain/member'
import type { Menu } from '../../src/domain/menu'
import type { Message } from '../../src/domain/message'
import type { Proof } from '../../src/domain/proof'
import type { Order } from '../../src/domain/order'
import type { Provider } from '../../src/domain/provider'
import type { Need } from '../../src/domain/need'
import type { Offer } from '../../src/domain/offer'
import type { Verdict } from '../../src/domain/rating'
import type { Resource } from '../../src/domain/resource'
import type { Roster } from '../../src/domain/roster'
import type { Duty, Shift } from '../../src/domain/shift'
import type { Team, Volunteer } from '../../src/domain/volunteer'
import type { SurveyAnswer } from '../../src/domain/survey'
import { attempt, isDuplicate } from './attempt'
import type { Group } from '../../src/domain/group'
import type { PictureCheck } from '../../src/domain/picture-check'
import { cloud } from './cloud'
import type { CollectionName } from './collections'
import { checkChange, checkFilter, UnsafeQuery } from './filter'

const client = cloud.database()

/** The SDK's commands for filters and changes. */
export const _ = client.command

/** What each collection holds. */
interface Documents {
  centres: Centre
  members: Member
  activities: Activity
  drafts: Draft
  rosters: Roster
  audits: Audit
  households: Household
  visits: Visit
  verdicts: Verdict
  messages: Message
  codes: KeptCode
  services: Service
  ledger: LedgerEntry
  balances: Balance
  proofs: Proof
  volunteers: Volunteer
  teams: Team
  duties: Duty
  shifts: Shift
  orders: Order
  pictureChecks: PictureCheck
  groups: Group
  things: Thing
  timetables: Timetable
  slotDays: SlotDay
  menus: Menu
  providers: Provider
  resources: Resource
  needs: Need
  offers: Offer
  introductions: Introduction
  surveys: SurveyAnswer
}

/** Conditions by field or by path; a value, or a command. Written here by name, so that no input can be one. */
export type Filter<Doc> = { [Field in keyof Doc]?: unknown } & { [path: `${string}.${string}`]: unknown }

/** New values by field or by path; a value, or a command. */
export type Change<Doc> = Filter<Doc>

/** One stage of an aggregate, as the database reads it: `{ $sort: { startsAt: 1 } }`. */
export type Stage = { [operator: `$${string}`]: unknown }

/** One collection, as far as one centre goes. Every filter, insert and aggregate carries the centre by itself. */
export interface Collection<Doc extends { _id: string }> {
  /** The document of this id, or nothing. */
  get(id: string): Promise<Doc | null>
  /**
   * Finds one document and changes it, in one atomic step; answers it as it is after that, or nothing where none
   * matched. It is asked again when a reply is lost: the filter must stop matching once the change is made (an
   * intent's id that is not in the log yet), or the change must be the same when made twice. So "nothing" may also
   * mean that the first attempt went through: a replay's read tells.
   */
  findAndChange(filter: Filter<Doc>, change: Change<Doc>): Promise<Doc | null>
  /** Changes all that match; answers how many. To be made twice safely, as `findAndChange`. */
  change(filter: Filter<Doc>, change: Change<Doc>): Promise<number>
  /** Adds a document under its own id, once: `exists` where the id, or a unique key, is taken already. */
  insert(document: Doc): Promise<'inserted' | 'exists'>
  /**
   * Removes all that match, for good; answers how many. Only for what its owner wants deleted: facts of a log stay. A
   * filter without a condition is refused. Asked again when a reply is lost: removing twice is removing once.
   */
  remove(filter: Filter<Doc>): Promise<number>
  /**
   * Runs stages over what matches the first one's conditions, which are as the database reads them. Where a thousand
   * rows or more may come, the last stage is a limit: without one they are a fault, never an answer cut short.
   */
  aggregate<Row>(match: Stage | Record<string, unknown>, stages: readonly Stage[]): Promise<Row[]>
  /** The documents of these ids that there are, however many, whole or with these fields only. */
  some<Row>(ids: readonly string[], fields?: readonly (keyof Doc & string)[]): Promise<Row[]>
}

export type Database = { [Name in Exclude<CollectionName, 'centres'>]: Collection<Documents[Name]> }

function collection<Name extends CollectionName>(name: Name, scope: { centre?: string }): Collection<Documents[Name]> {
  const find = (filter: Record<string, unknown>) => {
    checkFilter(filter)
    return client.collection(name).where({ ...filter, ...scope })
  }
  return {
    get: async (id) => {
      const { data } = await attempt(() => find({ _id: id }).limit(1).get())
      return (data[0] as Documents[Name] | undefined) ?? null
    },
    findAndChange: async (filter, change) => {
      checkChange(change)
      const { doc } = await attempt(() => find(filter).updateAndReturn(change))
      return (doc as Documents[Name] | null | undefined) ?? null
    },
    change: async (filter, change) => {
      checkChange(change)
      const { updated } = await attempt(() => find(filter).update(change))
      return updated ?? 0
    },
    insert: async (document) => {
      try {
        await attempt(() => client.collection(name).add({ ...document, ...scope }))
        return 'inserted'
      } catch (error) {
        if (isDuplicate(error)) return 'exists'
        throw error
      }
    },
    remove: async (filter) => {
      if (Object.keys(filter).length === 0) throw new UnsafeQuery('a removal without conditions')
      const { deleted } = await attempt(() => find(filter).remove())
      return typeof deleted === 'number' ? deleted : 0
    },
    aggregate: (match, stages) => aggregate(name, [{ $match: { ...match, ...scope } }, ...stages]),
    some: async <Row>(ids: readonly string[], fields?: readonly string[]) => {
      const shape = fields ? [{ $project: Object.fromEntries(fields.map((field) => [field, 1])) }] : []
      const parts = Array.from({ length: Math.ceil(ids.length / most) }, (_, part) =>
        ids.slice(part * most, (part + 1) * most),
      )
      const found = parts.map((part) =>
        aggregate<Row>(name, [{ $match: { _id: { $in: part }, ...scope } }, ...shape, { $limit: most }]),
      )
      return (await Promise.all(found)).flat()
    },
  }
}

/** The most rows that are asked for at once. */
const most = 1000

async function aggregate<Row>(name: CollectionName, stages: readonly Stage[]): Promise<Row[]> {
  const limited = '$limit' in (stages.at(-1) ?? {})
  // Without a limit at its end a pipeline answers the first 20 rows and says nothing of the others.
  const all = limited ? stages : [...stages, { $limit: most }]
  const { data } = await attempt(async () => {
    const pipeline = client.collection(name).aggregate()
    for (const stage of all)
      for (const [operator, value] of Object.entries(stage)) pipeline._pipe(operator, value, true)
    return pipeline.end()
  })
  if (!limited && data.length >= most) throw new UnsafeQuery(`${most} rows of ${name} or more, without a limit`)
  return data
}

/** Whatever is added to a roster's log is to be told to someone: the same step says so, wherever it is made. */
const telling = <Kept extends Roster>(rosters: Collection<Kept>): Collection<Kept> => ({
  ...rosters,
  findAndChange: (filter, change) =>
    rosters.findAndChange(filter, 'events' in change ? { ...change, toTell: true } : change),
})

const database = (scope: { centre?: string }): Database => ({
  members: collection('members', scope),
  activities: collection('activities', scope),
  drafts: collection('drafts', scope),
  rosters: telling(collection('rosters', scope)),
  audits: collection('audits', scope),
  households: collection('households', scope),
  visits: collection('visits', scope),
  verdicts: collection('verdicts', scope),
  messages: collection('messages', scope),
  codes: collection('codes', scope),
  services: collection('services', scope),
  ledger: collection('ledger', scope),
  balances: collection('balances', scope),
  proofs: collection('proofs', scope),
  volunteers: collection('volunteers', scope),
  teams: collection('teams', scope),
  duties: collection('duties', scope),
  shifts: telling(collection('shifts', scope)),
  orders: collection('orders', scope),
  things: collection('things', scope),
  pictureChecks: collection('pictureChecks', scope),
  groups: collection('groups', scope),
  timetables: collection('timetables', scope),
  slotDays: collection('slotDays', scope),
  menus: collection('menus', scope),
  providers: collection('providers', scope),
  resources: collection('resources', scope),
  needs: collection('needs', scope),
  offers: collection('offers', scope),
  introductions: collection('introductions', scope),
  surveys: collection('surveys', scope),
})

/** The database as far as one centre goes: all that a procedure ever sees of it. */
export const databaseOf = (centre: string): Database => database({ centre })

/** The database of every centre, for timers. */
export const everyCentre: Database = database({})

/** The centre of this id with what stages look up beside it, in one request; nothing where there is no such centre. */
export const openCentre = async <Row>(centre: string, stages: readonly Stage[]): Promise<Row | undefined> =>
  (await aggregate<Row>('centres', [{ $match: { _id: centre } }, { $limit: 1 }, ...stages]))[0]

/**
 * Changes something of a centre's own rules, where it still is as the filter says. No call reaches another centre than
 * its own by it.
 */
export const changeCentre = (
  centre: string,
  filter: Record<string, unknown>,
  change: Record<string, unknown>,
): Promise<Centre | null> => collection('centres', {}).findAndChange({ ...filter, _id: centre }, change)
