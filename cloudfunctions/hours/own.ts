import { type Service, serviceInput } from '../../src/domain/hours'
import type { HoursPage, ServicePage } from '../../src/domain/hours-page'
import { isMinor } from '../../src/domain/age'
import { noInput } from '../../src/domain/input'
import { type Balance, creditOf, pointsOf } from '../../src/domain/ledger'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import { maskedName } from '../../src/domain/visibility'
import { grown } from '../runtime/birth'
import { allowed, type MemberCall, procedure } from '../runtime/procedure'
import { cardOf, timelineOf } from './card'

/** So many services and months are shown. */
const most = 50

/** What I gave and what I received, side by side, and what waits for my word. */
export const mine = procedure({
  needs: 'see-own-record',
  input: noInput,
  run: async ({ db, self, centre }): Promise<HoursPage> => {
    const [balances, services, waiting] = await Promise.all([
      db.balances.aggregate<Balance>({ person: self }, [{ $sort: { month: -1 } }, { $limit: 240 }]),
      db.services.aggregate<Service>({ person: self }, [{ $sort: { startsAt: -1 } }, { $limit: most }]),
      db.services.aggregate<Service>({ served: self, state: 'awaiting' }, [{ $limit: most }]),
    ])
    const serving = balances.reduce((sum, balance) => sum + balance.serving, 0)
    const served = balances.reduce((sum, balance) => sum + balance.served, 0)
    const settings = centre.volunteering ?? {}
    return {
      serving,
      served,
      months: balances.map(({ month, ...sums }) => ({ month, serving: sums.serving, served: sums.served })),
      services: services.map(cardOf),
      toConfirm: waiting.map(cardOf),
      credit: creditOf(settings, serving, served),
      points: pointsOf(settings, serving),
    }
  },
})

/** One service with its story: for the one who served, whoever was served, and staff who may decide. */
export const service = procedure({
  needs: 'member',
  input: serviceInput,
  run: async (call, { service: id }): Promise<ServicePage> => {
    const found = await call.db.services.get(id)
    const as = found && sideOf(call, found)
    if (!found || !as) throw new Refused({ reason: 'not-found' })
    const person = as === 'own' ? null : await call.db.members.get(found.person)
    return { ...cardOf(found), as, name: nameOf(person, as, call.now), timeline: timelineOf(found) }
  },
})

function sideOf(call: MemberCall, { person, served, team }: Service): ServicePage['as'] | null {
  if (person === call.self) return 'own'
  if (served === call.self) return 'served'
  return allowed(call, 'confirm-hours', { team }) ? 'staff' : null
}

/** A neighbour learns no minor's name; staff and captains do. */
function nameOf(member: Member | null, as: ServicePage['as'], now: number): string | null {
  if (!member) return null
  return as === 'served' && isMinor(grown(member, now).band) ? maskedName(member.name) : member.name
}
