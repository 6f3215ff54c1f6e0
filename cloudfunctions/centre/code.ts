import { codeInput } from '../../src/domain/centre'
import { sceneOf } from '../../src/domain/door'
import { Refused } from '../../src/domain/refusal'
import { belongingOf } from '../activity/scope'
import { demand, procedure } from '../runtime/procedure'
import { wechat } from '../runtime/wechat'

/** The picture that WeChat answers with, in base64: as it is, or as Node's `Buffer` comes through JSON. */
function pictureIn(buffer: unknown): string | null {
  if (typeof buffer === 'string') return buffer
  const data = (buffer as { data?: unknown } | null)?.data
  return Array.isArray(data) ? Buffer.from(data as number[]).toString('base64') : null
}

/**
 * The mini-program's own code for a page of this centre, as a PNG in base64. Nothing where WeChat has none to give
 * (outside WeChat, or before the first release): an ordinary QR code with the page's address serves there.
 */
export const code = procedure({
  needs: 'publish-notice',
  input: codeInput,
  run: async (call, { activity, door }): Promise<string | null> => {
    const { centre, db, openid } = call
    const about = activity === null ? null : await db.activities.get(activity)
    if (activity !== null && !about) throw new Refused({ reason: 'not-found' })
    demand(call, 'publish-notice', about ? belongingOf(about) : {})
    const scene = sceneOf({ c: centre._id, ...(activity !== null && { id: activity }), d: door })
    if (scene === null) throw new Refused({ reason: 'bad-input', field: 'activity' })
    if (openid === null) return null
    const page = activity === null ? 'pages/home/index' : 'pages/activity/index'
    const answer = await wechat('wxacode.getUnlimited', { scene, page, check_path: false }).catch(() => null)
    return pictureIn(answer?.buffer)
  },
})
