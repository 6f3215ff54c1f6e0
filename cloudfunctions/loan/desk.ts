import { isMinor } from '../../src/domain/age'
import { readCode } from '../../src/domain/attendance'
import { noInput } from '../../src/domain/input'
import { daysLate, isOverdue, lendingOf, type Loan, openStates } from '../../src/domain/loan'
import type { Thing } from '../../src/domain/thing'
import {
  type Borrower,
  type DeskLoan,
  type DeskThing,
  findBorrowerInput,
  type LoanDesk,
  loanCodeInput,
  urgentFrom,
} from '../../src/domain/loan-page'
import type { Member } from '../../src/domain/member'
import { holds } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import { maskedName, sees } from '../../src/domain/visibility'
import { memberOf } from '../attendance/codes'
import { grown } from '../runtime/birth'
import type { Database } from '../runtime/database'
import { allowed, type MemberCall, procedure, scopesIn } from '../runtime/procedure'
import { belongingOf, reach, withThing } from './thing'

const mostThings = 200

type Person = Pick<Member, '_id' | 'name' | 'band' | 'birth' | 'building' | 'family' | 'keptBy'>

/** The desk: everything that the caller lends, who has it, who comes for it, who waits; the late ones with how late. */
export const desk = procedure({
  needs: 'manage-loan',
  input: noInput,
  run: async (call): Promise<LoanDesk> => {
    const all = await call.db.things.aggregate<Thing>({ name: { $exists: true } }, [
      { $sort: { name: 1 } },
      { $limit: mostThings },
    ])
    const things = all.filter((thing) => allowed(call, 'manage-loan', belongingOf(thing)))
    return {
      things: await viewsOf(call, things),
      contacts: sees(call.member.roles, 'phone', 'on-request-logged'),
    }
  },
})

/** Reads a member's own code: what they have, are kept, and wait for, of what the caller lends. */
export const scan = procedure({
  needs: 'manage-loan',
  input: loanCodeInput,
  run: async (call, { code }): Promise<{ name: string; things: DeskThing[] }> => {
    const { db, centre, now } = call
    const read = readCode(code)
    if (!read) throw new Refused({ reason: 'code-invalid' })
    const whose = memberOf(centre._id, read, now)
    const [things, member] = await Promise.all([
      db.things.aggregate<Thing>({ 'events.member': whose }, [{ $limit: mostThings }]),
      db.members.get(whose),
    ])
    if (!member || member.erasing !== undefined) throw new Refused({ reason: 'not-found' })
    const reached = things.filter((thing) => allowed(call, 'manage-loan', belongingOf(thing)))
    const views = await viewsOf(call, reached, (loan) => loan.member === whose)
    return { name: nameFor(call, member.name, member.band), things: views.filter(({ loans }) => loans.length > 0) }
  },
})

/** One thing as the desk sees it, after something was done about it. */
export async function viewOf(call: MemberCall, thing: Thing): Promise<DeskThing> {
  const [view] = await viewsOf(call, [thing])
  return view as DeskThing
}

async function viewsOf(
  call: MemberCall,
  things: readonly Thing[],
  wanted: (loan: Loan) => boolean = () => true,
): Promise<DeskThing[]> {
  const { db, now } = call
  const lendings = things.map((thing) => ({ thing, ...lendingOf(thing, now) }))
  const standing = (loan: Loan) => openStates.includes(loan.state) && wanted(loan)
  const ids = [...new Set(lendings.flatMap(({ loans }) => loans.filter(standing).map(({ member }) => member)))]
  const people = await peopleOf(db, ids)
  return lendings.map(({ thing, loans, free }) => ({
    id: thing._id,
    name: thing.name,
    item: thing.item,
    glyph: thing.glyph,
    note: thing.note,
    deposit: thing.deposit,
    days: thing.days,
    stock: thing.stock,
    mending: thing.mending,
    free,
    open: thing.state === 'open',
    version: thing.version,
    loans: loans.filter(standing).map((loan) => deskLoan(call, thing, loan, people.get(loan.member))),
  }))
}

async function peopleOf(db: Database, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map()
  const fields = ['name', 'band', 'birth', 'building', 'family', 'keptBy'] as const
  return new Map((await db.members.some<Person>(ids, fields)).map((person) => [person._id, person]))
}

function deskLoan(call: MemberCall, thing: Thing, loan: Loan, holder: Person | undefined): DeskLoan {
  const { now } = call
  const late = isOverdue(loan, now) ? daysLate(loan.dueAt as number, now) : 0
  const own = loan.person === loan.member
  const whose = own ? holder : holder?.family.find(({ id }) => id === loan.person)
  return {
    id: loan.id,
    thing: thing._id,
    name: whose ? nameFor(call, whose.name, whose.band) : null,
    building: buildingOf(call, holder),
    of: own || !holder ? null : guardianFor(call, holder.name),
    kept: holder?.keptBy !== undefined,
    state: loan.state,
    ...(loan.keptUntil !== undefined && { keptUntil: loan.keptUntil }),
    ...(loan.position !== undefined && { position: loan.position }),
    ...(loan.dueAt !== undefined && { dueAt: loan.dueAt }),
    late,
    urgent: late >= urgentFrom,
  }
}

/** The roles as which they stand at this desk. */
const lending = ({ member }: MemberCall) => member.roles.filter((role) => holds([role], 'manage-loan'))

/** A name as far as they may know it: of whoever it is, and of a child only who may know of children too. */
const nameFor = (call: MemberCall, name: string, band: Member['band']): string =>
  sees(lending(call), 'nickname', 'full', 'during-task-only') &&
  (!isMinor(band) || sees(lending(call), 'minor-info', 'full', 'during-task-only'))
    ? name
    : maskedName(name)

/** Whose relative it is, for who may know the household. */
const guardianFor = (call: MemberCall, name: string): string | null =>
  sees(lending(call), 'household-members', 'full', 'on-request-logged') ? nameFor(call, name, '35-59') : null

function buildingOf({ centre, member }: MemberCall, person: Pick<Member, 'building'> | undefined): string | null {
  if (!person || !sees(member.roles, 'estate-building', 'full', 'during-task-only')) return null
  return centre.buildings.find(({ id }) => id === person.building)?.name ?? null
}

/** As many as one can choose from at a glance. */
const mostFound = 12

const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Members and their families by a part of their name, for who hands one of their things out to them. Whoever lends for a
 * team or an organisation finds those to whom this very thing was lent before, and no register of the neighbourhood:
 * anyone else shows their code, or asks for it themselves.
 */
export const find = procedure({
  needs: 'manage-loan',
  input: findBorrowerInput,
  beside: withThing,
  run: async (call, { words }): Promise<Borrower[]> => {
    const { db, now } = call
    const thing = reach(call)
    const known = scopesIn(call, 'manage-loan').includes('centre') ? null : peopleIn(thing)
    const part = { $regex: literally(words) }
    const found = await db.members.aggregate<Person>(
      {
        name: { $exists: true },
        erasing: { $exists: false },
        ...(known && { _id: { $in: [...known.keys()] } }),
        $or: [{ name: part }, { 'family.name': part }],
      },
      [
        { $sort: { name: 1 } },
        { $limit: mostFound },
        { $project: { name: 1, band: 1, birth: 1, building: 1, family: 1 } },
      ],
    )
    return found
      .map((each) => grown(each, now))
      .flatMap((holder) =>
        [{ id: holder._id, name: holder.name, band: holder.band }, ...holder.family]
          .filter(({ id, name }) => name.includes(words) && (!known || known.get(holder._id)?.has(id)))
          .map(({ id, name, band }) => ({
            id,
            holder: holder._id,
            name: nameFor(call, name, band),
            building: buildingOf(call, holder),
            of: id === holder._id ? null : guardianFor(call, holder.name),
          })),
      )
      .slice(0, mostFound)
  },
})

/** For whom this thing was asked before, by whose record it was. */
function peopleIn({ events }: Thing): Map<string, Set<string>> {
  const people = new Map<string, Set<string>>()
  for (const event of events)
    if (event.kind === 'borrow') people.set(event.member, (people.get(event.member) ?? new Set()).add(event.person))
  return people
}
