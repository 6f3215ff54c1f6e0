import type { Member } from '../../src/domain/member'
import {
  closeNeedInput,
  decideNeedInput,
  type Need,
  type NeedEvent,
  needIntent,
  queueInput,
  replyNeedInput,
} from '../../src/domain/need'
import type { NeedQueue } from '../../src/domain/need-page'
import { answered } from '../../src/domain/need-rules'
import type { Offer } from '../../src/domain/offer'
import { holds } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import { checkText, isHarmless } from '../runtime/content'
import { _, type Change } from '../runtime/database'
import { type MemberCall, procedure } from '../runtime/procedure'
import { isDone, step } from './answer'
import { answerable, mayRead } from './load'
import { conceptOf, requiredFor } from './meaning'

/** So many stand in the queue at once; what is due first comes first. */
const most = 200

type Row = Omit<Need, 'events' | 'match'>

/** What waits for staff: what is due, what is mine, words to look at, offers to look at. */
export const queue = procedure({
  needs: 'answer-need',
  input: queueInput,
  run: async (call, { show }): Promise<NeedQueue> => {
    const { db, self, member, now } = call
    if (show === 'offers') {
      const waiting = await db.offers.aggregate<Offer>({ sight: { $in: ['waiting', 'staff'] }, state: 'open' }, [
        { $sort: { postedAt: 1, _id: 1 } },
        { $limit: most },
      ])
      const may = holds(member.roles, 'see-sensitive-need')
      return {
        needs: [],
        offers: waiting
          .filter(({ care }) => care === 'open' || may)
          .map(({ _id, text, meaning, care, postedAt }) => ({
            id: _id,
            text,
            label: meaning.label,
            care,
            at: postedAt,
            licences: requiredFor(conceptOf(meaning.concept)?.items[0] ?? null),
          })),
      }
    }
    const match = {
      due: { state: 'open' },
      mine: { state: 'open', owner: self },
      words: { state: 'open', sight: 'waiting' },
    }[show]
    const rows = await db.needs.aggregate<Row>(match, [
      { $sort: { dueAt: 1, _id: 1 } },
      { $limit: most },
      { $project: { events: 0, match: 0 } },
    ])
    const seen = rows.filter((row) => mayRead(call, row as Need))
    const owners = await namesOf(call, seen)
    return {
      needs: seen.map((row) => ({
        id: row._id,
        text: row.text,
        label: row.meaning.label,
        care: row.care,
        sight: row.sight,
        owner: row.owner === null ? null : (owners.get(row.owner) ?? null),
        mine: row.owner === self,
        helper: row.helper !== null,
        dueAt: row.dueAt,
        late: row.dueAt < now,
        answered: row.answeredAt !== null,
        households: row.households.length,
        lacking: row.lacking,
        draft: row.draft ?? null,
        activity: row.activity ?? null,
      })),
      offers: [],
    }
  },
})

/** The names of those of the staff who answer for these. */
async function namesOf({ db }: MemberCall, rows: readonly Pick<Need, 'owner'>[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ owner }) => (owner === null ? [] : [owner])))]
  if (ids.length === 0) return new Map()
  const found = await db.members.some<Pick<Member, '_id' | 'name'>>(ids, ['name'])
  return new Map(found.map(({ _id, name }) => [_id, name]))
}

/** One step of staff on a need, once by its intent; who comes too late is told so. */
async function deed(call: MemberCall, need: Need, event: NeedEvent, change: Change<Need>): Promise<null> {
  if (isDone(need, event.id)) return null
  if (await step(call.db, need._id, event, change)) return null
  if (isDone(await answerable(call, need._id), event.id)) return null
  throw new Refused({ reason: 'need-closed' })
}

/** One of the staff answers for it from now on. The date stays: it was promised to its author. */
export const take = procedure({
  needs: 'answer-need',
  input: needIntent,
  run: async (call, { intent, need: id }): Promise<null> => {
    const need = await answerable(call, id)
    const event: NeedEvent = { id: intent, at: call.now, kind: 'take', by: call.self, dueAt: need.dueAt }
    return deed(call, need, event, { owner: call.self })
  },
})

/** Words that neighbours read, written by staff: those who may decide on words decide by writing them. */
async function checked(call: MemberCall, text: string): Promise<void> {
  const check = await checkText(text, call.openid, 'comment')
  if (check === 'reject' || (check === 'review' && !isHarmless(text))) throw new Refused({ reason: 'content-blocked' })
}

/** Tells its author, and all who want it too, how it stands. That answers it. */
export const reply = procedure({
  needs: 'answer-need',
  input: replyNeedInput,
  run: async (call, { intent, need: id, text }): Promise<null> => {
    const need = await answerable(call, id)
    await checked(call, text)
    const event: NeedEvent = { id: intent, at: call.now, kind: 'reply', by: call.self, text }
    return deed(call, need, event, {
      ...answered(need, call.now),
      owner: need.owner ?? call.self,
      // What so many asked for still has its date.
      ...(need.drafted ? {} : { escalatesAt: null }),
    })
  },
})

/** A person has looked at the words: neighbours may see them, or may not; either way the need stays the staff's. */
export const decide = procedure({
  needs: 'moderate-content',
  input: decideNeedInput,
  run: async (call, { intent, need: id, pass, reason }): Promise<null> => {
    const need = await answerable(call, id)
    if (isDone(need, intent)) return null
    if (need.sight !== 'waiting') throw new Refused({ reason: 'changed-meanwhile' })
    const event: NeedEvent = { id: intent, at: call.now, kind: 'decide', by: call.self, pass, reason }
    const decided = await call.db.needs.findAndChange(
      { _id: id, state: 'open', sight: 'waiting', 'events.id': _.nin([intent]) },
      { sight: pass ? 'square' : 'hidden', toTell: true, events: _.push([event]) },
    )
    if (decided || isDone(await answerable(call, id), intent)) return null
    throw new Refused({ reason: 'changed-meanwhile' })
  },
})

/** Ends it, with what came of it or why nothing could: told to its author and to all who want it too. */
export const close = procedure({
  needs: 'answer-need',
  input: closeNeedInput,
  run: async (call, { intent, need: id, solved, why, text }): Promise<null> => {
    const need = await answerable(call, id)
    if (!solved && why === null) throw new Refused({ reason: 'bad-input', field: 'why' })
    await checked(call, text)
    const event: NeedEvent = { id: intent, at: call.now, kind: 'close', by: call.self, solved, reason: why, text }
    return deed(call, need, event, {
      ...answered(need, call.now),
      state: solved ? 'solved' : 'unsolved',
      escalatesAt: null,
    })
  },
})
