import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import type { TeamRow } from '../../src/domain/shift-page'
import { saveTeamInput, type Team, type Volunteer } from '../../src/domain/volunteer'
import { _, type Database } from '../runtime/database'
import { demand, procedure } from '../runtime/procedure'

type Row = Team & { captains: Pick<Member, '_id' | 'name'>[]; people: { _id: string }[] }

/** The teams of the centre, each with its captain's name and how many are in it. */
export async function teamRows(db: Database): Promise<TeamRow[]> {
  const found = await db.teams.aggregate<Row>({}, [
    { $lookup: { from: 'members', localField: 'captain', foreignField: '_id', as: 'captains' } },
    { $lookup: { from: 'volunteers', localField: '_id', foreignField: 'team', as: 'people' } },
    { $project: { name: 1, captain: 1, 'captains._id': 1, 'captains.name': 1, 'people._id': 1, createdAt: 1 } },
    { $sort: { createdAt: 1 } },
    { $limit: 100 },
  ])
  return found.map(({ _id, name, captain, captains, people }) => ({
    id: _id,
    name,
    captain: captain && captains[0] ? { id: captain, name: captains[0].name } : null,
    members: people.length,
  }))
}

/** How often a captain is named anew where somebody else named one in the same moment. */
const attempts = 4

/**
 * Makes a team, or says anew how it is called and who leads it. Its id is made by who makes it, so that making it twice
 * is making it once. A captain is an active volunteer of the team; the role goes with it, and leaves the one before.
 */
export const saveTeam = procedure({
  needs: 'approve-volunteer',
  input: saveTeamInput,
  run: async (call, { intent, team: id, name, captain }): Promise<TeamRow[]> => {
    demand(call, 'approve-volunteer', {})
    const { centre, db, now } = call
    await mayLead(db, id, captain)
    await db.teams.insert({ _id: id, centre: centre._id, name, captain: null, saved: '', createdAt: now })
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const team = await db.teams.get(id)
      if (!team) throw new Refused({ reason: 'not-found' })
      const saved =
        team.saved === intent
          ? team
          : await db.teams.findAndChange({ _id: id, saved: team.saved }, { name, captain, saved: intent })
      if (!saved) continue
      await crown(db, saved)
      return teamRows(db)
    }
    throw new Refused({ reason: 'changed-meanwhile' })
  },
})

async function mayLead(db: Database, team: string, captain: string | null): Promise<void> {
  if (captain === null) return
  const volunteer = await db.volunteers.get(captain)
  if (!volunteer) throw new Refused({ reason: 'not-volunteer' })
  if (volunteer.state !== 'active') throw new Refused({ reason: 'volunteer-state', state: volunteer.state })
  if (volunteer.team !== team) throw new Refused({ reason: 'not-found' })
}

/** The role of a captain is held by the team's captain, and by no one else of the team. */
async function crown(db: Database, team: Team): Promise<void> {
  const { captain } = team
  await db.members.change(
    { _id: _.in(await idsOf(db, team._id, captain)), roles: 'volunteer-captain' },
    { roles: _.pull('volunteer-captain') },
  )
  if (captain !== null)
    await db.members.change(
      { _id: captain, team: team._id, roles: 'volunteer' },
      { roles: _.addToSet('volunteer-captain') },
    )
}

/** Who has left a team leads it no more; the role stays only with who leads one. */
export async function leadNoOther(db: Database, { _id, team, state }: Volunteer): Promise<void> {
  const leads = await db.teams.aggregate<{ _id: string }>({ captain: _id }, [{ $project: { _id: 1 } }, { $limit: 10 }])
  const lost = leads
    .filter((each) => each._id !== team || (state !== 'active' && state !== 'resting'))
    .map((each) => each._id)
  if (lost.length > 0) await db.teams.change({ _id: _.in(lost), captain: _id }, { captain: null })
  if (leads.length === lost.length)
    await db.members.change({ _id, roles: 'volunteer-captain' }, { roles: _.pull('volunteer-captain') })
}

/** Everyone of a team but this one. */
async function idsOf(db: Database, team: string, but: string | null): Promise<string[]> {
  const found = await db.volunteers.aggregate<{ _id: string }>({ team }, [{ $project: { _id: 1 } }, { $limit: 999 }])
  return found.map(({ _id }) => _id).filter((id) => id !== but)
}
