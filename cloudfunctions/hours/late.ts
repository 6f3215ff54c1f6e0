import { clockHours, clockRuns, lateFor, lateInput, type Service, silenceAfter } from '../../src/domain/hours'
import type { MissedRow } from '../../src/domain/hours-page'
import { day, minute } from '../../src/domain/day'
import { serviceOf } from '../../src/domain/hours-log'
import { noInput } from '../../src/domain/input'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import { seats } from '../../src/domain/seats'
import type { Shift } from '../../src/domain/shift'
import { checkWords } from '../activity/words'
import { _ } from '../runtime/database'
import { allowed, demand, type MemberCall, procedure } from '../runtime/procedure'
import { alongWith, isSeated } from './clock'
import { serviceId } from './service'
import { shiftOf } from './shift'
import { tellOf } from './tell'

/** The most shifts that are looked through, the latest first. */
const most = 300
/** More than anyone serves at in two days. */
const mostNear = 50

/** Who had a seat on a shift of the last weeks, and of whom nothing is on record: no clock ran for them, or nobody has said yet that they did not come. */
export const missed = procedure({
  needs: 'manage-shift',
  input: noInput,
  run: async (call): Promise<MissedRow[]> => {
    const { db, now, self, centre } = call
    const found = await db.shifts.aggregate<Shift>({ state: 'open', startsAt: { $gt: now - lateFor, $lt: now } }, [
      { $sort: { startsAt: -1 } },
      { $limit: most },
    ])
    const mine = found.filter(
      (shift) => !clockRuns(shift, now) && allowed(call, 'manage-shift', { ...shift, person: shift.createdBy }),
    )
    const rows = mine.flatMap((shift) =>
      seats(shift, now)
        .parties.filter(
          (party) =>
            isSeated(party) &&
            party.member !== self &&
            party.people.includes(party.member) &&
            !shift.absent?.includes(party.id),
        )
        .map(({ member: person }) => ({ shift, person, id: recordId(centre._id, person, shift._id) })),
    )
    const known = await db.services.some<Pick<Service, '_id'>>(
      rows.map(({ id }) => id),
      ['_id'],
    )
    const there = new Set(known.map(({ _id }) => _id))
    const left = rows.filter(({ id }) => !there.has(id))
    const people = [...new Set(left.map(({ person }) => person))]
    const named = await db.members.some<Pick<Member, '_id' | 'name'>>(people, ['name'])
    const names = new Map(named.map(({ _id, name }) => [_id, name]))
    return left.flatMap(({ shift: { _id, title, startsAt, endsAt }, person }) => {
      const name = names.get(person)
      // Who has left since has no name, and nothing to be written down.
      return name === undefined ? [] : [{ shift: _id, title, startsAt, endsAt, person, name }]
    })
  },
})

const recordId = (centre: string, person: string, about: string): string =>
  serviceId(centre, person, { source: 'shift', about })

/**
 * Staff write down, once the clock is closed, who was there: a new entry that says so, for a while only, never of
 * oneself, never where something is on record. It counts by the word of somebody else of the staff, or by silence.
 */
export const enter = procedure({
  needs: 'manage-shift',
  input: lateInput,
  run: async (call, { intent, shift: id, person, from, minutes, reason }): Promise<null> => {
    const { db, now, self, centre } = call
    const { shift, belonging, about } = await shiftOf(call, id)
    demand(call, 'manage-shift', belonging)
    if (person === self) throw new Refused({ reason: 'hours-own' })
    if (shift.state === 'cancelled') throw new Refused({ reason: 'shift-cancelled' })
    const hours = clockHours(shift)
    if (now < hours.until) throw new Refused({ reason: 'hours-clock-runs', until: hours.until })
    if (now >= hours.until + lateFor) throw new Refused({ reason: 'hours-late-over', until: hours.until + lateFor })
    const until = from + minutes * minute
    if (from < hours.from || until > hours.until) throw new Refused({ reason: 'hours-outside', ...hours })
    const along = await wasOn(call, shift, person)
    await checkWords(call, { team: shift.team }, reason)
    const _id = recordId(centre._id, person, id)
    await holdTime(call, person, { id: intent, service: _id, from, until, at: now })
    const letGo = () => db.members.change({ _id: person, 'entering.id': intent }, { entering: _.pull({ id: intent }) })
    if (!(await isFree(call, person, id, from, until))) {
      await letGo()
      throw new Refused({ reason: 'hours-on-record' })
    }
    const made: Service = {
      _id,
      centre: centre._id,
      person,
      ...about,
      ...along,
      state: 'awaiting',
      dueAt: now + silenceAfter,
      events: [{ id: intent, at: now, kind: 'late', by: self, from, until, reason }],
    }
    const service = (await db.services.insert(made)) === 'inserted' ? made : await db.services.get(made._id)
    await letGo()
    if (!service?.events.some((event) => event.id === intent)) throw new Refused({ reason: 'hours-on-record' })
    await tellOf(db, service)
    return null
  },
})

/** A call is over by then, and what it wrote down is on record or never will be. */
const heldFor = 10 * minute

/**
 * Two who write down hours of one time of one person, for two shifts and at once, both find nothing on record. So the
 * time is held first, in one atomic step on that person, and let go once the record is there for everyone to find.
 */
async function holdTime({ db, now }: MemberCall, person: string, entry: Entering): Promise<void> {
  const another = _.elemMatch({
    service: _.neq(entry.service),
    from: _.lt(entry.until),
    until: _.gt(entry.from),
    at: _.gt(now - heldFor),
  })
  const held = await db.members.findAndChange(
    { _id: person, entering: _.not(another), 'entering.id': _.nin([entry.id]) },
    { entering: _.push([entry]) },
  )
  const known = held ?? (await db.members.get(person))
  if (!known?.entering?.some(({ id }) => id === entry.id)) throw new Refused({ reason: 'hours-on-record' })
}

type Entering = NonNullable<Member['entering']>[number]

/** Nobody serves at two things at once: what is on record of that time already stands. */
async function isFree({ db }: MemberCall, person: string, shift: string, from: number, until: number) {
  const near = await db.services.aggregate<Service>({ person, startsAt: { $gt: from - day, $lt: until } }, [
    { $limit: mostNear },
  ])
  return !near.some((each) => {
    const { from: began, until: ended } = serviceOf(each)
    return each.about !== shift && began < until && (ended ?? each.endsAt) > from
  })
}

/** Who had a seat, or is a volunteer who stepped in: whoever else may have been there is nobody that staff know of. */
async function wasOn({ db, now }: MemberCall, shift: Shift, person: string) {
  const seated = seats(shift, now).parties.find((party) => party.member === person && isSeated(party))
  const [member, volunteer] = await Promise.all([db.members.get(person), seated ? null : db.volunteers.get(person)])
  if (!member || member.erasing !== undefined || (!seated && volunteer?.state !== 'active'))
    throw new Refused({ reason: 'not-volunteer' })
  return seated ? alongWith(seated) : {}
}
