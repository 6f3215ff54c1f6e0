import { type Service, sumsInput } from '../../src/domain/hours'
import type { HoursQueue, HoursSums, Sum } from '../../src/domain/hours-page'
import { enteredBy } from '../../src/domain/hours-log'
import { noInput } from '../../src/domain/input'
import type { Member } from '../../src/domain/member'
import type { Stage } from '../runtime/database'
import { procedure, scopesIn } from '../runtime/procedure'
import { cardOf } from './card'

/** So many of each kind are shown, the most urgent first. */
const most = 100

/** What waits for staff: minutes to confirm, appeals to answer, and who is there now. A captain sees their own team's. */
export const queue = procedure({
  needs: 'confirm-hours',
  input: noInput,
  run: async (call): Promise<HoursQueue> => {
    const { db, member } = call
    const everywhere = scopesIn(call, 'confirm-hours').includes('centre')
    const of = (state: Service['state']) =>
      db.services.aggregate<Service>({ state, ...(!everywhere && { team: member.team }) }, [
        { $sort: { dueAt: 1 } },
        { $limit: most },
      ])
    const [awaiting, appealed, on] =
      everywhere || member.team !== null ? await Promise.all([of('awaiting'), of('appealed'), of('on')]) : [[], [], []]
    const ids = [...new Set([...awaiting, ...appealed, ...on].map(({ person }) => person))]
    const names = new Map(
      (await db.members.some<Pick<Member, '_id' | 'name'>>(ids, ['name'])).map(({ _id, name }) => [_id, name]),
    )
    const named = (services: Service[]) =>
      services.map((each) => ({
        ...cardOf(each),
        name: names.get(each.person) ?? '',
        mine: enteredBy(each) === call.self,
      }))
    return { waiting: named(awaiting), appealed: named(appealed), on: named(on) }
  },
})

/** What a month came to: sums of the ledger, made where it is kept. */
export const sums = procedure({
  needs: 'run-report',
  input: sumsInput,
  run: async (call, { month }): Promise<HoursSums> => {
    const scopes = scopesIn(call, 'run-report')
    const whole = scopes.includes('centre') || scopes.includes('aggregate')
    const own = whole ? {} : { team: call.member.team ?? '' }
    const by = (group: unknown) =>
      call.db.ledger.aggregate<Sum & { _id: string | null }>({ month, ...own }, summed(group))
    const [given, [total]] = await Promise.all([by('$team'), by(null)])
    const teams = given.flatMap(({ _id, ...sum }) => (_id === null ? [] : [{ ...sum, team: _id }]))
    return { month, total: total ?? { minutes: 0, services: 0, people: 0 }, teams }
  },
})

/** Minutes given, services and people, by group. The first line of an entry is the giving one. */
const summed = (group: unknown): Stage[] => [
  { $project: { team: 1, service: 1, line: { $arrayElemAt: ['$lines', 0] } } },
  {
    $group: {
      _id: group,
      minutes: { $sum: '$line.minutes' },
      services: { $addToSet: '$service' },
      people: { $addToSet: '$line.account' },
    },
  },
  { $project: { minutes: 1, services: { $size: '$services' }, people: { $size: '$people' } } },
]
