import type { Activity } from '../../src/domain/activity'
import { activityInput } from '../../src/domain/activity'
import { type CoverPage, judgeCoverInput, setCoverInput, type UploadedCover } from '../../src/domain/cover-upload'
import type { Draft } from '../../src/domain/activity-draft'
import { Refused } from '../../src/domain/refusal'
import { derivedId } from '../runtime/caller'
import { _ } from '../runtime/database'
import { allowed, demand, type MemberCall, procedure } from '../runtime/procedure'
import { addressOf, keepFile } from '../runtime/storage'
import { wechat } from '../runtime/wechat'
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
    const media_url = await addressOf(file)
    // Whether the check can be asked or not: a person looks at it before anybody else does.
    if (media_url) await wechat('security.mediaCheckAsync', { media_url, media_type: 2 }).catch(() => undefined)
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
    return pageOf(call, of, pass && of.cover ? { ...of.cover, passed: true } : undefined)
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
