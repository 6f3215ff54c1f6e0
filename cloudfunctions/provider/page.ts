import { noInput } from '../../src/domain/input'
import { type Licence, type LicenceState, licenceState, licenceStates } from '../../src/domain/licence'
import type { Member } from '../../src/domain/member'
import type { Menu } from '../../src/domain/menu'
import {
  type Provider,
  type ProviderPage,
  type ProviderRow,
  providerInput,
  roleFor,
  saveProviderInput,
} from '../../src/domain/provider'
import { Refused } from '../../src/domain/refusal'
import { type Resource, resourceCard } from '../../src/domain/resource'
import { checkWords } from '../activity/words'
import { serviceIn } from '../menu/stock'
import type { Stage } from '../runtime/database'
import { allowed, demand, type MemberCall, procedure } from '../runtime/procedure'
import { belongingOf, providerId } from './glance'

interface Beside {
  people?: Pick<Member, '_id' | 'name'>[]
  resources: Resource[]
  menus: Pick<Menu, 'published'>[]
}

const menuBeside = (centre: string): Stage => ({
  $lookup: {
    from: 'menus',
    pipeline: [{ $match: { _id: centre, centre } }, { $limit: 1 }, { $project: { published: 1 } }],
    as: 'menus',
  },
})

const resourcesBeside = (centre: string, provider: string): Stage => ({
  $lookup: { from: 'resources', pipeline: [{ $match: { centre, provider } }, { $sort: { name: 1 } }], as: 'resources' },
})

/** Who works for an organisation or a firm: by the role and the organisation that they have. */
const peopleBeside = (centre: string, organisation: string): Stage => ({
  $lookup: {
    from: 'members',
    pipeline: [
      {
        $match: {
          centre,
          roles: { $in: ['operator', 'enterprise'] },
          organisation,
          erasing: { $exists: false },
        },
      },
      { $sort: { name: 1 } },
      { $limit: 100 },
      { $project: { name: 1 } },
    ],
    as: 'people',
  },
})

/** A provider that the caller reaches, with what it brings and what it has on the menu, in one request. */
export async function reached(call: MemberCall, key: string): Promise<Provider & Beside> {
  const { db, centre } = call
  const [row] = await db.providers.aggregate<Provider & Beside>({ _id: providerId(centre._id, key) }, [
    { $limit: 1 },
    resourcesBeside(centre._id, key),
    menuBeside(centre._id),
    peopleBeside(centre._id, key),
  ])
  if (!row) throw new Refused({ reason: 'not-found' })
  demand(call, 'manage-provider', belongingOf(row))
  return row
}

/** A provider's own side, for itself and for the centre. */
export const page = procedure({
  needs: 'manage-provider',
  input: providerInput,
  run: async (call, { provider }): Promise<ProviderPage> => pageOf(call, await reached(call, provider)),
})

/** The page as it is after something was changed. */
export const pageAgain = async (call: MemberCall, provider: string): Promise<ProviderPage> =>
  pageOf(call, await reached(call, provider))

const linesOf = (menus: Beside['menus'], provider: string) =>
  (menus[0]?.published?.entries ?? []).filter(({ providers }) => providers.includes(provider))

const told = ({ by: _by, check, ...licence }: Licence, now: number) => ({
  ...licence,
  state: licenceState({ ...licence, check }, now),
  reason: check?.reason ?? null,
})

function pageOf(call: MemberCall, row: Provider & Beside): ProviderPage {
  const { key, version, name, kind, about, hours, closed, weekly } = row
  return {
    key,
    version,
    name,
    kind,
    about,
    hours,
    closed,
    weekly,
    licences: row.licences.map((licence) => told(licence, call.now)),
    services: linesOf(row.menus, key).flatMap((entry) => {
      const service = serviceIn(entry)
      if (!service) return []
      return [{ code: entry.code, name: service.name, qualification: service.qualification, paused: entry.paused }]
    }),
    resources: row.resources.map(resourceCard),
    people:
      roleFor(kind) === null ? [] : (row.people ?? []).map(({ _id, name: called }) => ({ id: _id, name: called })),
    links: roleFor(kind) !== null && allowed(call, 'manage-accounts', {}),
    checks: allowed(call, 'verify-licence', belongingOf(row)),
  }
}

const noLicences = Object.fromEntries(licenceStates.map((state) => [state, 0])) as Record<LicenceState, number>

/** The providers whom the caller reaches; one's own alone, or everyone's of the centre. */
export const list = procedure({
  needs: 'manage-provider',
  input: noInput,
  run: async (call): Promise<ProviderRow[]> => {
    const { db, centre, now } = call
    const rows = await db.providers.aggregate<Provider & Pick<Beside, 'menus'>>({}, [
      { $sort: { name: 1 } },
      menuBeside(centre._id),
    ])
    return rows
      .filter((row) => allowed(call, 'manage-provider', belongingOf(row)))
      .map(({ key, name, kind, weekly, licences, menus }) => {
        const counted = { ...noLicences }
        for (const licence of licences) counted[licenceState(licence, now)] += 1
        return { key, name, kind, weekly, services: linesOf(menus, key).length, licences: counted }
      })
  },
})

/**
 * Says what a provider is and when it works. A new one only the centre makes; who has not seen the latest is refused,
 * and nothing is lost.
 */
export const save = procedure({
  needs: 'manage-provider',
  input: saveProviderInput,
  run: async (call, { intent, provider: key, version, ...told }): Promise<ProviderPage> => {
    const { db, centre } = call
    const _id = providerId(centre._id, key)
    const words = () => checkWords(call, belongingOf({ kind: told.kind, key }), told.name, told.about)
    if (version === 0) {
      demand(call, 'manage-provider', {})
      await words()
      const made = { ...told, _id, centre: centre._id, key, licences: [], version: 1, saved: intent }
      if ((await db.providers.insert(made)) === 'inserted') return pageAgain(call, key)
    }
    const before = await reached(call, key)
    // What kind it is says whose it is: that only the centre changes.
    if (before.kind !== told.kind) demand(call, 'manage-provider', {})
    if (before.saved === intent) return pageOf(call, before)
    await words()
    const saved = await db.providers.findAndChange({ _id, version }, { ...told, version: version + 1, saved: intent })
    const after = saved ? null : await reached(call, key)
    if (after && after.saved !== intent) throw new Refused({ reason: 'changed-meanwhile' })
    return pageAgain(call, key)
  },
})
