import type { Centre } from '../../src/domain/centre'
import { consentVersion } from '../../src/domain/consent'
import { noInput } from '../../src/domain/input'
import {
  addFamilyInput,
  joinInput,
  type Member,
  type OwnProfile,
  ownProfile,
  removeFamilyInput,
  updateFamilyInput,
  updateInput,
} from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import { sealBirth } from '../runtime/birth'
import { _ } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { account, consent, setContact } from './account'
import { ownBand } from './age'
import { erase, eraseFor, eraseKept, eraseMember } from './erase'
import { checkName } from './name'
import { addFamily as add, updateFamily as change, removeFamily as remove } from './family'

/** Refuses a building or an estate that the centre does not have. */
function checkHome({ buildings }: Centre, building: string | null, estate: string | null): void {
  if (building !== null && !buildings.some(({ id }) => id === building))
    throw new Refused({ reason: 'bad-input', field: 'building' })
  if (estate !== null && !buildings.some((each) => each.estate === estate))
    throw new Refused({ reason: 'bad-input', field: 'estate' })
}

/** Who I am here; nothing for someone who has not joined. */
const me = procedure({
  needs: 'anyone',
  input: noInput,
  run: async ({ member }): Promise<OwnProfile | null> => member && ownProfile(member),
})

/** Joining, once: who has joined already, now or in the very same moment, gets the profile that there is. */
const join = procedure({
  needs: 'identity',
  input: joinInput,
  run: async (
    { centre, db, member, now, openid, self },
    { name, band, birth, building, estate },
  ): Promise<OwnProfile> => {
    if (member) return ownProfile(member)
    checkHome(centre, building, estate)
    await checkName(name, openid)
    const joined: Member = {
      _id: self,
      centre: centre._id,
      name,
      band: ownBand(band, birth, now),
      ...(birth && { birth: sealBirth(self, birth) }),
      building,
      ...(building === null && estate !== null && { estate }),
      roles: ['resident'],
      organisation: null,
      team: null,
      family: [],
      calendar: [],
      consent: { version: consentVersion, at: now },
      joinedAt: now,
    }
    if ((await db.members.insert(joined)) === 'inserted') return ownProfile(joined)
    let there = await db.members.get(self)
    if (there?.erasing !== undefined) {
      // Who comes back while they are being deleted begins anew, once that is done.
      await eraseMember(db, self, now)
      await db.members.insert(joined)
      there = await db.members.get(self)
    }
    if (!there) throw new Refused({ reason: 'server-busy' })
    return ownProfile(there)
  },
})

/** Changes how one is called, how old one is and the building, and nothing else of the member. */
const update = procedure({
  needs: 'member',
  input: updateInput,
  run: async (call, { name, band: said, birth, building, estate }): Promise<OwnProfile> => {
    const { centre, db, member, now, openid, self } = call
    checkHome(centre, building, estate)
    if (name !== member.name) await checkName(name, openid)
    const band = ownBand(said, birth, now)
    const changed = await db.members.findAndChange(
      { _id: self },
      {
        name,
        band,
        birth: birth ? sealBirth(self, birth) : _.remove(),
        building,
        estate: building === null && estate !== null ? estate : _.remove(),
      },
    )
    if (!changed) throw new Refused({ reason: 'not-joined-centre' })
    return ownProfile(changed)
  },
})

const addFamily = procedure({ needs: 'member', input: addFamilyInput, run: add })
const updateFamily = procedure({ needs: 'member', input: updateFamilyInput, run: change })
const removeFamily = procedure({
  needs: 'member',
  input: removeFamilyInput,
  beside: ({ person }, self) => [
    { from: 'things', match: { people: person }, limit: 1 },
    { from: 'groups', match: { people: person, state: 'open' }, limit: 1, stages: [{ $project: { name: 1 } }] },
    { from: 'orders', match: { holder: self, person, active: true }, limit: 1, stages: [{ $project: { title: 1 } }] },
  ],
  run: remove,
})

export const procedures = {
  me,
  join,
  update,
  addFamily,
  updateFamily,
  removeFamily,
  account,
  consent,
  setContact,
  erase,
  eraseFor,
  eraseKept,
}
