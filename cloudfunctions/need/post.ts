import { isMinor } from '../../src/domain/age'
import { type Need, type NeedEvent, postNeedInput, readInput, type Sight } from '../../src/domain/need'
import type { Reading } from '../../src/domain/need-page'
import { dueAtOf, thresholdOf } from '../../src/domain/need-rules'
import { Refused } from '../../src/domain/refusal'
import { derivedId } from '../runtime/caller'
import { type Check, checkText } from '../runtime/content'
import { procedure } from '../runtime/procedure'
import { aboutOf, matchNeed, needKept } from './fit'
import { dutyOf } from './load'
import { needMeaning, readingOf } from './meaning'

/** What a sentence is understood as, before anything is kept of it. */
export const read = procedure({
  needs: 'post-need',
  input: readInput,
  run: async ({ member, now }, { text, item }): Promise<Reading> => readingOf(text, item, member.band, now),
})

/** Who sees it now: neighbours only after the check, and only what is theirs to see. */
export function sightOf(care: Need['care'], quiet: boolean, doubtful: boolean, check: Check): Sight {
  if (care !== 'open' || quiet) return 'staff'
  return check === 'pass' && !doubtful ? 'square' : 'waiting'
}

/**
 * Posts a need, once for its intent. From the first moment on somebody answers for it, until a date. Delicate things go
 * to those who handle such, whatever name was chosen; whom to call in an emergency is told at once.
 */
export const post = procedure({
  needs: 'post-need',
  input: postNeedInput,
  run: async (call, { intent, text, shown, quiet, ...correction }): Promise<{ id: string; calls: string[] }> => {
    const { centre, db, member, now, self, openid } = call
    const { meaning, care, doubtful, calls } = needMeaning(text, correction, member.band, now)
    // Words that only staff will read are not kept from them, whatever they are.
    const check = care === 'open' && !quiet ? await checkText(text, openid, 'forum') : 'pass'
    if (check === 'reject') throw new Refused({ reason: 'content-blocked' })
    const sight = sightOf(care, quiet, doubtful, check)
    const _id = derivedId(12, 'need', self, intent)
    const dueAt = dueAtOf(care, meaning.urgent, now)
    // What is delicate or urgent has somebody's name on it at once.
    const owner = centre.duty ?? (care === 'open' ? null : await dutyOf(db, undefined))
    const match = needKept(text, meaning, correction.concept !== null)
    const events: NeedEvent[] = [
      { id: intent, at: now, kind: 'post', owner, dueAt },
      { id: `own-${intent}`.slice(0, 40), at: now, kind: 'want', household: self, member: self },
    ]
    const need: Need = {
      _id,
      centre: centre._id,
      author: self,
      shownAs: shown === 'name' && !isMinor(member.band) ? member.name : null,
      text,
      meaning,
      building: member.building,
      care,
      centreName: centre.shortName,
      sight,
      state: 'open',
      postedAt: now,
      households: [self],
      members: [self],
      short: thresholdOf(centre) - 1,
      drafted: false,
      owner,
      helper: null,
      dueAt,
      promisedAt: dueAt,
      escalatesAt: dueAt,
      answeredAt: null,
      inTime: null,
      match,
      about: aboutOf(match),
      lacking: null,
      toTell: true,
      events,
    }
    // What is not for neighbours is not looked for among them.
    const { fits, nearest } = sight === 'staff' ? { fits: [], nearest: [] } : await matchNeed(db, need)
    const lacking = sight === 'staff' || fits.length > 0 ? null : (nearest[0]?.obstacles[0] ?? 'nobody')
    await db.needs.insert({ ...need, lacking })
    return { id: _id, calls: [...calls] }
  },
})
