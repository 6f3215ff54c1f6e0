import * as v from 'valibot'
import { takeCoverAway } from '../activity/cover'
import { takeAway } from '../order/photo'
import type { PictureCheck } from '../../src/domain/picture-check'
import { databaseOf } from '../runtime/database'
import type { Tick } from '../runtime/procedure'
import { Refused } from '../../src/domain/refusal'

/**
 * What WeChat tells of a picture, as its documentation has it:
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html
 */
const verdict = v.object({
  trace_id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  errcode: v.optional(v.number(), 0),
  result: v.optional(v.object({ suggest: v.picklist(['risky', 'pass', 'review']) })),
})

/**
 * WeChat's word on a picture. What is forbidden goes at once, passed by a person or not; of anything else a person
 * decides, as without it. Anyone can send an event of this shape: who does not know the number that WeChat gave us for
 * this picture is told nothing and changes nothing.
 */
export async function pictureVerdict(event: unknown, { db, now }: Tick): Promise<void> {
  const told = v.safeParse(verdict, event)
  if (!told.success) throw new Refused({ reason: 'bad-input', field: 'trace_id' })
  const { trace_id, errcode, result } = told.output
  const [check] = await db.pictureChecks.aggregate<PictureCheck>({ _id: trace_id }, [{ $limit: 1 }])
  if (!check) throw new Refused({ reason: 'not-found' })
  const here = databaseOf(check.centre)
  if (errcode === 0 && result?.suggest === 'risky') {
    if (check.of === 'order') await takeAway(here, check.about, check.file, now)
    else await takeCoverAway(here, check.about, check.file)
  }
  await here.pictureChecks.remove({ _id: trace_id })
}
