import type { Licence } from '../../src/domain/licence'
import {
  addLicenceInput,
  checkLicenceInput,
  dropLicenceInput,
  type Provider,
  type ProviderPage,
} from '../../src/domain/provider'
import { Refused } from '../../src/domain/refusal'
import { checkWords } from '../activity/words'
import { demand, type MemberCall, procedure } from '../runtime/procedure'
import { belongingOf, providerId } from './glance'
import { pageAgain, reached } from './page'

/** The most licences that one provider names. */
const most = 40

/** How often a list is changed anew where it changed meanwhile. */
const attempts = 6

/**
 * Changes a provider's licences as they are now: `decide` says what becomes of them, or nothing where it is so already.
 */
async function changeLicences(
  call: MemberCall,
  key: string,
  decide: (provider: Provider) => Licence[] | undefined,
): Promise<ProviderPage> {
  const _id = providerId(call.centre._id, key)
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = await reached(call, key)
    const licences = decide(before)
    if (!licences) return pageAgain(call, key)
    const changed = await call.db.providers.findAndChange(
      { _id, version: before.version },
      { licences, version: before.version + 1 },
    )
    if (changed) return pageAgain(call, key)
  }
  throw new Refused({ reason: 'server-busy' })
}

/** Names a licence; until staff have seen the original nobody reads of it. */
export const addLicence = procedure({
  needs: 'manage-provider',
  input: addLicenceInput,
  run: async (call, { intent, provider, name, until }): Promise<ProviderPage> => {
    const { member, now } = call
    const before = await reached(call, provider)
    await checkWords(call, belongingOf(before), name)
    return changeLicences(call, provider, ({ licences }) => {
      if (licences.some(({ id }) => id === intent)) return undefined
      if (licences.length >= most) throw new Refused({ reason: 'bad-input', field: 'name' })
      return [...licences, { id: intent, at: now, by: member._id, name, until, check: null }]
    })
  },
})

/** Staff have seen the original and say whether it holds: once; what changes after that is named anew. */
export const checkLicence = procedure({
  needs: 'verify-licence',
  input: checkLicenceInput,
  run: async (call, { intent, provider, licence, pass, reason }): Promise<ProviderPage> => {
    const { member, now } = call
    return changeLicences(call, provider, (found) => {
      demand(call, 'verify-licence', belongingOf(found))
      const named = found.licences.find(({ id }) => id === licence)
      if (!named) throw new Refused({ reason: 'not-found' })
      if (named.check?.intent === intent) return undefined
      if (named.check) throw new Refused({ reason: 'changed-meanwhile' })
      const check = { intent, at: now, by: member._id, pass, reason }
      return found.licences.map((each) => (each.id === licence ? { ...each, check } : each))
    })
  },
})

/** Takes a licence away that does not hold any more, or was named by mistake. */
export const dropLicence = procedure({
  needs: 'manage-provider',
  input: dropLicenceInput,
  run: async (call, { provider, licence }): Promise<ProviderPage> =>
    changeLicences(call, provider, ({ licences }) =>
      licences.some(({ id }) => id === licence) ? licences.filter(({ id }) => id !== licence) : undefined,
    ),
})
