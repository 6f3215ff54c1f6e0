import { isMinor } from '../../src/domain/age'
import type { Member } from '../../src/domain/member'
import { linkPersonInput, type Provider, type ProviderPage, roleFor, type Staffing } from '../../src/domain/provider'
import { type Refusal, Refused } from '../../src/domain/refusal'
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

/**
 * Lets a member work for an organisation or a firm: with it goes the role, in one atomic step on the member, which finds
 * them only while they work for nobody else. Whoever manages accounts does it; the provider itself does not.
 */
export const linkPerson = procedure({
  needs: 'manage-accounts',
  input: linkPersonInput,
  run: async (call, { intent, provider: key, person: id }): Promise<ProviderPage> => {
    demand(call, 'manage-accounts', {})
    const { db, now } = call
    const provider = await reached(call, key)
    const role = roleFor(provider.kind)
    if (role === null) throw new Refused({ reason: 'provider-person', why: 'kind' })
    const known = provider.staffing?.some((each) => each.id === intent)
    const person = await db.members.get(id)
    const refused = person ? whyNot(person, key, now) : ({ reason: 'not-found' } as const)
    if (refused && !known) throw new Refused(refused)
    if (!(await noted(call, provider, intent, 'link', id))) return pageAgain(call, key)
    const linked = await db.members.findAndChange(
      { _id: id, erasing: _.exists(false), organisation: _.in([null, key]) },
      { organisation: key, roles: _.addToSet(role) },
    )
    if (!linked) {
      // What was written long ago of someone who is being deleted now came about: it stays, and their name goes.
      if (!known || person?.erasing === undefined) await unnote(db, provider, intent)
      throw new Refused({ reason: 'provider-person', why: 'elsewhere' })
    }
    return pageAgain(call, key)
  },
})

/** Somebody works for it no more: organisation and roles go together, and what they had taken goes back. */
export const unlinkPerson = procedure({
  needs: 'manage-accounts',
  input: linkPersonInput,
  run: async (call, { intent, provider: key, person: id }): Promise<ProviderPage> => {
    demand(call, 'manage-accounts', {})
    const { db, now } = call
    const provider = await reached(call, key)
    // Of who is not there nothing is written down.
    if ((await db.members.some([id], ['organisation'])).length === 0) throw new Refused({ reason: 'not-found' })
    if (!(await noted(call, provider, intent, 'unlink', id))) return pageAgain(call, key)
    await db.members.findAndChange(
      { _id: id, organisation: key },
      { organisation: null, roles: _.pullAll(['operator', 'enterprise']) },
    )
    await giveBackOrders(db, id, now)
    return pageAgain(call, key)
  },
})
