import { isMinor } from '../../src/domain/age'
import { linkPersonInput, type Provider, type ProviderPage, roleFor, type Staffing } from '../../src/domain/provider'
import { Refused } from '../../src/domain/refusal'
import { giveBackOrders } from '../order/give-back'
import { grown } from '../runtime/birth'
import { _, type Database } from '../runtime/database'
import { demand, procedure } from '../runtime/procedure'
import { pageAgain, reached } from './page'

const wasDone = ({ staffing = [] }: Pick<Provider, 'staffing'>, intent: string): boolean =>
  staffing.some(({ id }) => id === intent)

/** Writes it down, once by its intent. */
const noted = (db: Database, { _id }: Pick<Provider, '_id'>, event: Staffing) =>
  db.providers.findAndChange({ _id, 'staffing.id': _.nin([event.id]) }, { staffing: _.push([event]) })

/**
 * Lets a member work for an organisation or a firm: with it goes the role, in one atomic step on the member, which finds
 * them only while they work for nobody else. Whoever manages accounts does it; the provider itself does not.
 */
export const linkPerson = procedure({
  needs: 'manage-accounts',
  input: linkPersonInput,
  run: async (call, { intent, provider: key, person: id }): Promise<ProviderPage> => {
    demand(call, 'manage-accounts', {})
    const { db, member, now } = call
    const provider = await reached(call, key)
    if (wasDone(provider, intent)) return pageAgain(call, key)
    const role = roleFor(provider.kind)
    if (role === null) throw new Refused({ reason: 'provider-person', why: 'kind' })
    const person = await db.members.get(id)
    if (!person || person.erasing !== undefined) throw new Refused({ reason: 'not-found' })
    if (person.keptBy !== undefined) throw new Refused({ reason: 'provider-person', why: 'record' })
    if (isMinor(grown(person, now).band)) throw new Refused({ reason: 'provider-person', why: 'young' })
    const linked = await db.members.findAndChange(
      { _id: id, erasing: _.exists(false), organisation: _.in([null, key]) },
      { organisation: key, roles: _.addToSet(role) },
    )
    if (!linked) throw new Refused({ reason: 'provider-person', why: 'elsewhere' })
    await noted(db, provider, { id: intent, at: now, by: member._id, kind: 'link', member: id })
    return pageAgain(call, key)
  },
})

/** Somebody works for it no more: organisation and roles go together, and what they had taken goes back. */
export const unlinkPerson = procedure({
  needs: 'manage-accounts',
  input: linkPersonInput,
  run: async (call, { intent, provider: key, person: id }): Promise<ProviderPage> => {
    demand(call, 'manage-accounts', {})
    const { db, member, now } = call
    const provider = await reached(call, key)
    if (wasDone(provider, intent)) return pageAgain(call, key)
    await db.members.findAndChange(
      { _id: id, organisation: key },
      { organisation: null, roles: _.pullAll(['operator', 'enterprise']) },
    )
    await giveBackOrders(db, id, now)
    await noted(db, provider, { id: intent, at: now, by: member._id, kind: 'unlink', member: id })
    return pageAgain(call, key)
  },
})
