import type { PictureCheck } from '../../src/domain/picture-check'
import type { Database } from './database'
import { addressOf } from './storage'
import { wechat } from './wechat'

/**
 * Asks WeChat about a picture (`mediaCheckAsync`, media_type 2: a picture). The answer comes within 30 minutes, as a
 * message to the function that is named for it. Whether it can be asked or not: a person looks at it first.
 */
export async function checkPicture(db: Database, picture: Omit<PictureCheck, '_id'>): Promise<void> {
  const media_url = await addressOf(picture.file)
  if (!media_url) return
  const answer = await wechat('security.mediaCheckAsync', { media_url, media_type: 2 }).catch(() => undefined)
  const trace = answer?.trace_id ?? answer?.traceId
  if (typeof trace === 'string' && trace !== '') await db.pictureChecks.insert({ _id: trace, ...picture })
}
