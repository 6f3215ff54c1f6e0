import { type Audit, type OwnTrace, type Trace, tracesIn, traceOf, tracesOnWords } from '../../src/domain/audit'
import { noInput } from '../../src/domain/input'
import type { Member } from '../../src/domain/member'
import type { Verdict } from '../../src/domain/rating'
import type { Role } from '../../src/domain/role'
import type { Roster } from '../../src/domain/roster'
import { raterOf } from '../rating/rater'
import type { Database } from '../runtime/database'
import { procedure } from '../runtime/procedure'

/** The most that is told at once, newest first. */
const most = 100

/** The role in which someone of the staff acted, the first that they have of these. */
const staffRoles: Role[] = ['social-worker', 'committee-member', 'operator', 'volunteer-captain']

/** Who looked at what is mine, or did something to a matter of mine: when, who and why. */
export const mine = procedure({
  needs: 'see-own-record',
  input: noInput,
  run: async ({ db, self }): Promise<OwnTrace[]> => {
    const [looks, rosters] = await Promise.all([
      db.audits.aggregate<Audit>({ about: self }, [{ $sort: { at: -1, _id: 1 } }, { $limit: most }]),
      db.rosters.aggregate<Row>({ 'events.member': self }, [
        { $sort: { startsAt: -1, _id: 1 } },
        { $limit: most },
        { $lookup: { from: 'verdicts', localField: '_id', foreignField: '_id', as: 'verdict' } },
      ]),
    ])
    const traces = [...looks.map(traceOf), ...rosters.flatMap((row) => tracesOn(row, self))]
      .sort((one, other) => other.at - one.at)
      .slice(0, most)
    const staff = await staffOf(db, [...new Set(traces.map(({ by }) => by))])
    return traces.map((trace) => ({ ...trace, by: staff.get(trace.by) ?? null }))
  },
})

type Row = Roster & { verdict: Verdict[] }

/** What was done to my parties of one roster, and to what I and mine said of it. */
function tracesOn(row: Row, self: string): Trace[] {
  const people = row.events.flatMap((event) => (event.kind === 'join' && event.member === self ? event.people : []))
  const raters = new Set([self, ...people].map((person) => raterOf(row._id, person)))
  const said = row.verdict.flatMap((verdict) => tracesOnWords(verdict, raters))
  return [...tracesIn(row, self), ...said.filter(({ by }) => by !== self)]
}

async function staffOf(db: Database, ids: string[]): Promise<Map<string, NonNullable<OwnTrace['by']>>> {
  if (ids.length === 0) return new Map()
  const found = await db.members.aggregate<Pick<Member, '_id' | 'name' | 'roles'>>({ _id: { $in: ids } }, [
    { $project: { name: 1, roles: 1 } },
  ])
  return new Map(
    found.map(({ _id, name, roles }) => {
      const role = staffRoles.find((each) => roles.includes(each)) ?? roles[0] ?? 'resident'
      return [_id, { name, role }]
    }),
  )
}
