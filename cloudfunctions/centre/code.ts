import { codeInput } from '../../src/domain/centre'
import { type PrintedCode, sceneOf } from '../../src/domain/door'
import { Refused } from '../../src/domain/refusal'
import { belongingOf } from '../activity/scope'
import { derivedId } from '../runtime/caller'
import { demand, procedure } from '../runtime/procedure'
import { addressOf, keepFile } from '../runtime/storage'
import { wechat } from '../runtime/wechat'

/** The picture that WeChat answers with: in base64, or as Node's `Buffer` comes through JSON. */
function pictureIn(buffer: unknown): Buffer | null {
  if (typeof buffer === 'string') return Buffer.from(buffer, 'base64')
  const data = (buffer as { data?: unknown } | null)?.data
  return Array.isArray(data) ? Buffer.from(data as number[]) : null
}

/**
 * The mini-program's own code for a page of this centre, by the address of its picture. WeChat is asked once for each,
 * and the picture kept. Nothing where WeChat has none to give (outside WeChat, or before the first release): an
 * ordinary QR code with the page's address serves there.
 */
export const code = procedure({
  needs: 'publish-notice',
  input: codeInput,
  run: async (call, { activity, door }): Promise<PrintedCode | null> => {
    const { centre, db, openid } = call
    const about = activity === null ? null : await db.activities.get(activity)
    if (activity !== null && !about) throw new Refused({ reason: 'not-found' })
    demand(call, 'publish-notice', about ? belongingOf(about) : {})
    const scene = sceneOf(centre._id, activity, door)
    if (scene === null) throw new Refused({ reason: 'bad-input', field: 'activity' })
    const _id = derivedId(20, 'code', centre._id, scene)
    const known = await db.codes.get(_id)
    const kept = known && (await addressOf(known.file))
    if (kept) return { address: kept }
    if (openid === null) return null
    const page = activity === null ? 'pages/home/index' : 'pages/activity/index'
    const answer = await wechat('wxacode.getUnlimited', { scene, page, check_path: false }).catch(() => null)
    const picture = pictureIn(answer?.buffer)
    if (!picture) return null
    // The same scene is the same file: two who ask at once write the same twice.
    const file = await keepFile(`codes/${centre._id}/${_id}.png`, picture)
    await db.codes.insert({ _id, centre: centre._id, scene, file })
    const address = await addressOf(file)
    return address === null ? null : { address }
  },
})
