import { isMinor } from '../../src/domain/age'
import type { Member } from '../../src/domain/member'
import { linkPersonInput, type Provider, type ProviderPage, roleFor, type Staffing } from '../../src/domain/provider'
import { type Refusal, Refused } from '../../src/domain/refusal'
import type { Role } from '../../src/domain/role'
import { giveBackOrders } from '../order/give-back'
import { grown } from '../runtime/birth'
import { _, type Database } from '../runtime/database'
import { demand, type MemberCall, procedure } from '../runtime/procedure'
import { pageAgain, reached } from './page'

/**
 * Writes it down, once by its intent; before anything comes of it, so that nobody works for a provider, or no more,
 * without a word of who said so. Answers whether it is the last word on them: then what comes of it is done, or done
 * again where it was cut short; what was asked before and is heard again later changes nothing.
 */
async function noted(call: MemberCall, provider: Provider, intent: string, kind: Staffing['kind'], member: string) {
  const { db, member: self, now } = call
  const event: Staffing = { id: intent, at: now, by: self._id, kind, member }
  const staffing = { staffing: _.push([event]) }
  const written = await db.providers.findAndChange({ _id: provider._id, 'staffing.id': _.nin([intent]) }, staffing)
  const { staffing: log = [] } = written ?? (await reached(call, provider.key))
  return log.filter((each) => each.member === member).at(-1)?.id === intent
}

/** Takes back what was written of someone who was let work elsewhere in the same moment: it never came about. */
const unnote = (db: Database, { _id }: Pick<Provider, '_id'>, intent: string) =>
  db.providers.change({ _id, 'staffing.id': intent }, { staffing: _.pull({ id: intent }) })

/** Why this member is not let work for a provider, by what is known of them now. */
function whyNot(person: Member, key: string, now: number): Refusal | undefined {
  if (person.erasing !== undefined) return { reason: 'not-found' }
  if (person.keptBy !== undefined) return { reason: 'provider-person', why: 'record' }
  if (isMinor(grown(person, now).band)) return { reason: 'provider-person', why: 'young' }
  return person.organisation === null || person.organisation === key
    ? undefined
    : { reason: 'provider-person', why: 'elsewhere' }
}

/** What is to come of someone at a provider; `known`: this very intent is in its log already. */
interface Change {
  provider: Provider
  intent: string
  id: string
  known: boolean
}

/**
 * A step on who works for a provider, by whoever manages accounts; the provider itself does not. `admit` refuses before
 * a word is written and answers whom it is about; `follow` makes of the member what was written.
 */
const staffing = (
  kind: Staffing['kind'],
  admit: (call: MemberCall, change: Change) => Promise<Member | null>,
  follow: (call: MemberCall, change: Change, person: Member | null) => Promise<void>,
) =>
  procedure({
    needs: 'manage-accounts',
    input: linkPersonInput,
    run: async (call, { intent, provider: key, person: id }): Promise<ProviderPage> => {
      demand(call, 'manage-accounts', {})
      const provider = await reached(call, key)
      const known = provider.staffing?.some((each) => each.id === intent) ?? false
      const change: Change = { provider, intent, id, known }
      const person = await admit(call, change)
      if (await noted(call, provider, intent, kind, id)) await follow(call, change, person)
      return pageAgain(call, key)
    },
  })

/** The role that working for it gives; refused where it has no people of its own. */
function roleAt({ kind }: Provider): Role {
  const role = roleFor(kind)
  if (role === null) throw new Refused({ reason: 'provider-person', why: 'kind' })
  return role
}

/**
 * Lets a member work for an organisation or a firm: with it goes the role, in one atomic step on the member, which finds
 * them only while they work for nobody else.
 */
export const linkPerson = staffing(
  'link',
  async ({ db, now }, { provider, id, known }) => {
    roleAt(provider)
    const person = await db.members.get(id)
    const refused = person ? whyNot(person, provider.key, now) : ({ reason: 'not-found' } as const)
    if (refused && !known) throw new Refused(refused)
    return person
  },
  async ({ db }, { provider, intent, id, known }, person) => {
    const { key } = provider
    const linked = await db.members.findAndChange(
      { _id: id, erasing: _.exists(false), organisation: _.in([null, key]) },
      { organisation: key, roles: _.addToSet(roleAt(provider)) },
    )
    if (linked) return
    // What was written long ago of someone who is being deleted now came about: it stays, and their name goes.
    if (!known || person?.erasing === undefined) await unnote(db, provider, intent)
    throw new Refused({ reason: 'provider-person', why: 'elsewhere' })
  },
)

/** Somebody works for it no more: organisation and roles go together, and what they had taken goes back. */
export const unlinkPerson = staffing(
  'unlink',
  async ({ db }, { id }) => {
    const person = await db.members.get(id)
    // Of who is not there nothing is written down.
    if (!person) throw new Refused({ reason: 'not-found' })
    return person
  },
  async ({ db, now }, { provider, id }) => {
    await db.members.findAndChange(
      { _id: id, organisation: provider.key },
      { organisation: null, roles: _.pullAll(['operator', 'enterprise']) },
    )
    await giveBackOrders(db, id, now)
  },
)
