import { keptByStaff } from '../../src/domain/consent'
import type { Member } from '../../src/domain/member'

/** A person without an account, kept by staff: the same record as anyone's, but nobody signs in as it. */
export const keptMember = (of: {
  _id: string
  centre: string
  name: string
  band: Member['band']
  building: string | null
  by: string
  now: number
}): Member => ({
  _id: of._id,
  centre: of.centre,
  name: of.name,
  band: of.band,
  building: of.building,
  roles: ['resident'],
  organisation: null,
  team: null,
  family: [],
  calendar: [],
  consent: { version: keptByStaff, at: of.now },
  keptBy: of.by,
  joinedAt: of.now,
})
