import { Refused } from '../../src/domain/refusal'
import type { MyVolunteering, VolunteerPage } from '../../src/domain/shift-page'
import {
  addQualificationInput,
  judgeQualificationInput,
  type Qualification,
  removeQualificationInput,
} from '../../src/domain/volunteer'
import { derivedId } from '../runtime/caller'
import { _ } from '../runtime/database'
import { notify } from '../runtime/inbox'
import { demand, procedure } from '../runtime/procedure'
import { keepFile, removeFile } from '../runtime/storage'
import { myPage } from './mine'
import { ownVolunteer } from './register'
import { pageOf } from './staff'

/** As many certificates as one person keeps here. */
const most = 8

/**
 * Keeps a certificate with its picture, for staff to look at. The picture lies where nobody finds it: its address is
 * made anew for staff each time, and runs out.
 */
export const addQualification = procedure({
  needs: 'member',
  input: addQualificationInput,
  run: async (call, { intent, name, skill, expiresAt, image }): Promise<MyVolunteering> => {
    const { centre, db, now, self } = call
    const volunteer = await ownVolunteer(call)
    const id = derivedId(16, 'qualification', self, intent)
    if (volunteer.qualifications.some((each) => each.id === id)) return myPage(call)
    const content = Buffer.from(image, 'base64')
    const type = typeOf(content)
    if (!type) throw new Refused({ reason: 'document-unreadable' })
    const file = await keepFile(`qualifications/${centre._id}/${derivedId(32, id, image)}.${type}`, content)
    const added: Qualification = { id, name, skill, expiresAt, file, at: now, state: 'waiting' }
    const changed = await db.volunteers.findAndChange(
      {
        _id: self,
        'qualifications.id': _.nin([id]),
        [`qualifications.${most - 1}`]: _.exists(false),
      },
      { qualifications: _.push([added]) },
    )
    if (changed) return myPage(call)
    const there = await db.volunteers.get(self)
    if (there?.qualifications.some((each) => each.id === id)) return myPage(call)
    await removeFile(file)
    throw new Refused(there ? { reason: 'documents-full', most } : { reason: 'not-volunteer' })
  },
})

/** Takes one of one's own certificates away, with its picture. Removing twice is removing once. */
export const removeQualification = procedure({
  needs: 'member',
  input: removeQualificationInput,
  run: async (call, { qualification }): Promise<MyVolunteering> => {
    const volunteer = await ownVolunteer(call)
    const found = volunteer.qualifications.find(({ id }) => id === qualification)
    if (found?.file) await removeFile(found.file)
    await call.db.volunteers.change({ _id: call.self }, { qualifications: _.pull({ id: qualification }) })
    return myPage(call)
  },
})

/** Staff have looked at a certificate. One that is no good loses its picture at once; who did it is kept. */
export const judgeQualification = procedure({
  needs: 'approve-volunteer',
  input: judgeQualificationInput,
  run: async (call, { volunteer: id, qualification, valid, reason }): Promise<VolunteerPage> => {
    demand(call, 'approve-volunteer', {})
    const { centre, db, member, now } = call
    // The list may be changed by its owner meanwhile: then look once more.
    for (let look = 0; look < 2; look += 1) {
      const volunteer = await db.volunteers.get(id)
      const place = volunteer?.qualifications.findIndex((each) => each.id === qualification) ?? -1
      const found = volunteer?.qualifications[place]
      if (!found) throw new Refused({ reason: 'not-found' })
      const state = valid ? 'valid' : 'refused'
      const judged: Qualification = {
        ...found,
        state,
        checkedBy: member._id,
        checkedAt: now,
        ...(reason !== null && { reason }),
        ...(!valid && { file: null }),
      }
      const changed =
        found.state === state ||
        (await db.volunteers.change(
          { _id: id, [`qualifications.${place}.id`]: qualification },
          { [`qualifications.${place}`]: _.set(judged) },
        )) > 0
      if (!changed) continue
      if (!valid && found.file) await removeFile(found.file)
      await notify(db, centre._id, [
        {
          to: id,
          kind: valid ? 'document-valid' : 'document-refused',
          noun: 'volunteer',
          about: id,
          title: found.name,
          cause: `${qualification}-${state}`,
          at: now,
          ...(reason !== null && { reason }),
        },
      ])
      return pageOf(call, id)
    }
    throw new Refused({ reason: 'changed-meanwhile' })
  },
})

/** By its first bytes, whatever it is called. */
function typeOf(content: Buffer): 'jpg' | 'png' | undefined {
  if (content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpg'
  if (content.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return 'png'
  return undefined
}
