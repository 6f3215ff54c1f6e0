import type { InferOutput } from 'valibot'
import { isMinor } from '../../src/domain/age'
import type { Member } from '../../src/domain/member'
import { awardsOf } from '../../src/domain/record'
import { Refused } from '../../src/domain/refusal'
import { noInput } from '../../src/domain/input'
import type { TeamRow, VolunteerBoard, VolunteerPage, VolunteerRow } from '../../src/domain/shift-page'
import {
  staffStepInput,
  type Volunteer,
  type VolunteerEvent,
  volunteerInput,
  volunteerStates,
} from '../../src/domain/volunteer'
import { standingOf, whyNotStep } from '../../src/domain/volunteer-log'
import type { VolunteerNotice } from '../../src/domain/volunteer-notice'
import { grown } from '../runtime/birth'
import type { Database } from '../runtime/database'
import { notify } from '../runtime/inbox'
import { demand, type MemberCall, procedure } from '../runtime/procedure'
import { addressOf } from '../runtime/storage'
import { takeStep } from './follow'
import { profileOf, qualificationRow } from './mine'
import { settle } from './register'
import { teamRows } from './team'

type Named = Pick<Member, '_id' | 'name' | 'band' | 'birth' | 'family' | 'building' | 'guardian'>

/** A volunteer beside the member that they are. */
export interface VolunteerAndMember extends Volunteer {
  members: Named[]
}

/** The member beside each volunteer, with these fields. */
export const withMember = (...fields: (keyof Member)[]) => [
  { $lookup: { from: 'members', localField: '_id', foreignField: '_id', as: 'members' } },
  {
    $addFields: {
      members: {
        $map: {
          input: '$members',
          as: 'each',
          in: Object.fromEntries(['_id', 'name', 'band', 'birth', ...fields].map((name) => [name, `$$each.${name}`])),
        },
      },
    },
  },
]

/** The most volunteers that one centre's lists take in. */
const most = 999

/** Everyone who ever said that they would help, whoever waits to be looked at first. */
export const list = procedure({
  needs: 'approve-volunteer',
  input: noInput,
  run: async (call): Promise<VolunteerBoard> => {
    demand(call, 'approve-volunteer', {})
    const { db, now } = call
    const [found, teams] = await Promise.all([
      db.volunteers.aggregate<VolunteerAndMember>({}, [...withMember('family'), { $limit: most }]),
      teamRows(db),
    ])
    const rows = found
      .map((each) => rowOf(each, teams, now))
      .sort((one, other) => order(one) - order(other) || one.since - other.since)
    const counts = Object.fromEntries(
      volunteerStates.map((state) => [state, rows.filter((row) => row.state === state).length]),
    ) as VolunteerBoard['counts']
    return { rows, teams, counts }
  },
})

/** Who waits comes first; whoever is gone comes last. */
const order = ({ state, documents }: VolunteerRow): number =>
  state === 'applied'
    ? 0
    : documents > 0
      ? 1
      : 1 + ['', 'training', 'active', 'resting', 'suspended', 'left'].indexOf(state)

function rowOf(found: VolunteerAndMember, teams: readonly TeamRow[], now: number): VolunteerRow {
  const member = found.members[0] && grown({ ...found.members[0], family: [] }, now)
  return {
    id: found._id,
    name: member?.name ?? '',
    band: member?.band ?? '35-59',
    state: found.state,
    skills: found.skills,
    team: teams.find(({ id }) => id === found.team)?.name ?? null,
    since: found.events[0]?.at ?? 0,
    documents: found.qualifications.filter(({ state }) => state === 'waiting').length,
  }
}

/** One volunteer, with everything that decides, and what happened. */
export const person = procedure({
  needs: 'approve-volunteer',
  input: volunteerInput,
  run: async (call, { volunteer }): Promise<VolunteerPage> => {
    demand(call, 'approve-volunteer', {})
    return pageOf(call, volunteer)
  },
})

async function found(db: Database, id: string): Promise<VolunteerAndMember> {
  const [row] = await db.volunteers.aggregate<VolunteerAndMember>({ _id: id }, [
    ...withMember('family', 'guardian'),
    { $limit: 1 },
  ])
  if (!row?.members[0]) throw new Refused({ reason: 'not-found' })
  return row
}

export async function pageOf({ db, now }: MemberCall, id: string): Promise<VolunteerPage> {
  const [row, teams] = await Promise.all([found(db, id), teamRows(db)])
  const { trained, cleared, reason } = standingOf(row.events)
  const shown = rowOf(row, teams, now)
  return {
    row: shown,
    profile: profileOf(row),
    trained,
    cleared,
    reason,
    minor: isMinor(shown.band),
    guardian: row.members[0]?.guardian !== undefined,
    qualifications: await Promise.all(
      row.qualifications.map(async (each) => ({
        ...qualificationRow(each),
        address: each.file && (await addressOf(each.file)),
      })),
    ),
    awards: awardsOf(row.events),
    log: row.events.map((event) => ({
      kind: event.kind,
      at: event.at,
      own: event.by === id,
      reason: 'reason' in event ? event.reason : event.kind === 'award' ? event.title : null,
    })),
    teams,
  }
}

/** Staff take a step with a volunteer; decided by the fold of the log, taken once, and told. */
export const decide = procedure({
  needs: 'approve-volunteer',
  input: staffStepInput,
  run: async (call, { intent, volunteer: id, step }): Promise<VolunteerPage> => {
    demand(call, 'approve-volunteer', {})
    const { centre, db, member, now } = call
    const known = await found(db, id)
    const event = { id: intent, at: now, by: member._id, ...step } as VolunteerEvent
    if (!known.events.some((each) => each.id === intent)) {
      const { band } = rowOf(known, [], now)
      const whyNot = whyNotStep(known, event, isMinor(band))
      if (whyNot) throw new Refused(whyNot)
      if (step.kind === 'team' && step.team !== null && !(await db.teams.get(step.team)))
        throw new Refused({ reason: 'not-found' })
      await takeStep(db, known, event)
    }
    await settle(call, id)
    await notify(db, centre._id, [
      {
        to: id,
        kind: noticeOf(step),
        noun: 'volunteer',
        about: id,
        title: centre.shortName,
        cause: intent,
        at: now,
        ...('reason' in step && { reason: step.reason }),
      },
    ])
    return pageOf(call, id)
  },
})

type Step = InferOutput<typeof staffStepInput>['step']

const noticeOf = (step: Step): VolunteerNotice =>
  step.kind === 'clear' && !step.yes ? 'volunteer-unclear' : `volunteer-${step.kind}`
