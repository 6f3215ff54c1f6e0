import type { Activity } from '../../src/domain/activity'
import { activityInput } from '../../src/domain/activity'
import {
  type CoverPage,
  judgeCoverInput,
  setCoverInput,
  type UploadedCover,
  type WaitingCover,
} from '../../src/domain/cover-upload'
import type { Draft } from '../../src/domain/activity-draft'
import { noInput } from '../../src/domain/input'
import { Refused } from '../../src/domain/refusal'
import { derivedId } from '../runtime/caller'
import { _, type Database } from '../runtime/database'
import { checkPicture } from '../runtime/picture-check'
import { allowed, demand, type MemberCall, procedure } from '../runtime/procedure'
import { addressOf, keepFile, removeFile } from '../runtime/storage'
import { belongingOf } from './scope'

/** The activity, or the plan of one that is to be. */
async function thingOf(call: MemberCall, id: string): Promise<{ kind: 'activities' | 'drafts'; of: Activity | Draft }> {
  const activity = await call.db.activities.get(id)
  if (activity) return { kind: 'activities', of: activity }
  const draft = await call.db.drafts.get(id)
  if (!draft) throw new Refused({ reason: 'not-found' })
  return { kind: 'drafts', of: draft }
}

/**
 * Puts a picture in place of the drawing. It is kept where nobody finds it, sent to WeChat's check, and seen by staff
 * only until a person has passed it: the check answers later, and not being forbidden is not yet being fit.
 */
export const setCover = procedure({
  needs: 'create-activity',
  input: setCoverInput,
  run: async (call, { activity, image }): Promise<CoverPage> => {
    const { kind, of } = await thingOf(call, activity)
    demand(call, 'create-activity', belongingOf(of))
    const content = Buffer.from(image, 'base64')
    const type = typeOf(content)
    if (!type) throw new Refused({ reason: 'bad-input', field: 'image' })
    const name = derivedId(24, 'cover', activity, image)
    const file = await keepFile(`covers/${call.centre._id}/${name}.${type}`, content)
    const cover: UploadedCover = { file, passed: false, by: call.member._id }
    await call.db[kind].change({ _id: activity }, { cover: _.set(cover) })
    // What it replaces is nobody's any more.
    if (of.cover && of.cover.file !== file) await removeFile(of.cover.file)
    await checkPicture(call.db, { centre: call.centre._id, of: 'activity', about: activity, file, at: call.now })
    return pageOf(call, of, cover)
  },
})

/** Passes the picture that one has seen, or goes back to the drawing. Another picture meanwhile is not passed with it. */
export const judgeCover = procedure({
  needs: 'moderate-content',
  input: judgeCoverInput,
  run: async (call, { activity, file, pass }): Promise<CoverPage> => {
    const { kind, of } = await thingOf(call, activity)
    demand(call, 'moderate-content', belongingOf(of))
    const seen = { _id: activity, 'cover.file': file }
    const changed = await call.db[kind].change(seen, pass ? { 'cover.passed': true } : { cover: _.remove() })
    if (changed === 0) throw new Refused({ reason: 'changed-meanwhile' })
    if (!pass) await removeFile(file)
    return pageOf(call, of, pass && of.cover ? { ...of.cover, passed: true } : undefined)
  },
})

/** Takes a forbidden picture off whatever has it still; the drawing is there again. */
export async function takeCoverAway(db: Database, activity: string, file: string): Promise<void> {
  const seen = { _id: activity, 'cover.file': file }
  await db.activities.change(seen, { cover: _.remove() })
  await db.drafts.change(seen, { cover: _.remove() })
  await removeFile(file)
}

/** The most pictures that are looked at in one go. */
const most = 30

type Waiting = Pick<Activity, '_id' | 'title' | 'organiser' | 'team' | 'createdBy' | 'cover'>

/** Pictures that wait for a person, of what is published and of what is being planned. */
export const covers = procedure({
  needs: 'moderate-content',
  input: noInput,
  run: async (call): Promise<WaitingCover[]> => {
    const waiting = { 'cover.passed': false }
    const shape = [{ $limit: most }, { $project: { title: 1, organiser: 1, team: 1, createdBy: 1, cover: 1 } }]
    const [published, planned] = await Promise.all([
      call.db.activities.aggregate<Waiting>(waiting, shape),
      call.db.drafts.aggregate<Waiting>({ ...waiting, state: { $in: ['draft', 'publishing'] } }, shape),
    ])
    const mine = [...published, ...planned].filter((each) => allowed(call, 'moderate-content', belongingOf(each)))
    const known = new Map(mine.map((each) => [each._id, each]))
    const shown = [...known.values()].slice(0, most)
    return Promise.all(
      shown.map(async ({ _id, title, organiser, cover: of }) => ({
        activity: _id,
        title,
        organiser: organiser.name,
        file: of?.file ?? '',
        address: of ? await addressOf(of.file) : null,
      })),
    )
  },
})

/** The picture as its staff see it, passed or not. */
export const cover = procedure({
  needs: 'create-activity',
  input: activityInput,
  run: async (call, { activity }): Promise<CoverPage> => {
    const { of } = await thingOf(call, activity)
    demand(call, 'create-activity', belongingOf(of))
    return pageOf(call, of, of.cover)
  },
})

async function pageOf(call: MemberCall, of: Activity | Draft, found: UploadedCover | undefined): Promise<CoverPage> {
  const judges = allowed(call, 'moderate-content', belongingOf(of))
  if (!found) return { cover: null, judges }
  return { cover: { file: found.file, address: await addressOf(found.file), passed: found.passed }, judges }
}

/** By its first bytes, whatever it is called. */
function typeOf(content: Buffer): 'jpg' | 'png' | undefined {
  if (content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpg'
  if (content.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return 'png'
  return undefined
}
