import { noInput } from '../../src/domain/input'
import type { Introduction } from '../../src/domain/introduction'
import type { Member } from '../../src/domain/member'
import { type Need, needInput, squareInput } from '../../src/domain/need'
import type { MineList, Moment, NeedCard, NeedPage, Square } from '../../src/domain/need-page'
import type { Offer } from '../../src/domain/offer'
import { isShared } from '../../src/domain/need-rules'
import { Refused } from '../../src/domain/refusal'
import { understand } from '../../src/domain/understanding'
import { prepared } from '../thesaurus/thesaurus'
import type { Database } from '../runtime/database'
import { allowed, type MemberCall, procedure } from '../runtime/procedure'
import { type Lesson, lessons } from './experience'
import { matchNeed } from './fit'
import { isGathered, orderedFor } from './gathered'
import { mayRead } from './load'
import { callsFor } from './meaning'
import { countOf } from './want'

type Row = Need & { introductions: Introduction[]; lessons: Lesson[]; owners: Pick<Member, 'name'>[] }

/** A need with what became of its askings, what earlier answers taught and who answers for it: in one request. */
async function rowOf({ db, centre }: MemberCall, id: string): Promise<Row | undefined> {
  const [row] = await db.needs.aggregate<Row>({ _id: id }, [
    { $limit: 1 },
    { $lookup: { from: 'introductions', localField: 'author', foreignField: 'needer', as: 'introductions' } },
    lessons(centre._id, 'needAbout', 'offerAbout'),
    {
      $lookup: {
        from: 'members',
        let: { owner: '$owner' },
        pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$owner'] } } }, { $limit: 1 }, { $project: { name: 1 } }],
        as: 'owners',
      },
    },
  ])
  return row
}

/** One need: for its author with what could help, and its story; for neighbours as it stands on the square. */
export const open = procedure({
  needs: 'post-need',
  input: needInput,
  run: async (call, { need: id }): Promise<NeedPage> => {
    const { self, db } = call
    const row = await rowOf(call, id)
    if (!row || !mayRead(call, row)) throw new Refused({ reason: 'not-found' })
    const own = row.author === self
    const staff = allowed(call, 'answer-need', {})
    const looked = own && row.state === 'open' && (row.sight === 'square' || row.sight === 'waiting')
    const { fits, nearest } = looked ? await matchNeed(db, row, row) : { fits: [], nearest: [] }
    const asked = new Map(row.introductions.filter(({ need }) => need === id).map((each) => [each.offer, each]))
    return {
      ...cardOf(row, self),
      own,
      care: row.care,
      sight: row.sight,
      meaning: { when: row.meaning.when, where: row.meaning.where },
      owner: ownerOf(row),
      dueAt: row.dueAt,
      answeredAt: row.answeredAt,
      suggestions: fits.map(({ offer, reasons }) => {
        const introduction = asked.get(offer._id)
        return {
          offer: offer._id,
          text: offer.text,
          label: offer.meaning.label,
          when: offer.meaning.when,
          reasons,
          introduction: introduction ? { id: introduction._id, state: introduction.state } : null,
        }
      }),
      introductions: own ? [...asked.values()].map(({ _id, state }) => ({ id: _id, state })) : [],
      nearest: nearest.map(({ offer, obstacles }) => ({ label: offer.meaning.label, obstacles })),
      timeline: own || staff ? momentsOf(row) : [],
      staff,
      orders: own && row.state === 'open' && row.helper === null ? orderedFor(row.meaning) : null,
      draft: staff ? (row.draft ?? null) : null,
      calls: own && row.care === 'emergency' ? [...callsFor(understand(row.text, prepared()))] : [],
    }
  },
})

/** Who answers for it: a neighbour who agreed to help, one of the staff, else the desk. */
function ownerOf({ helper, owners }: Row): NeedPage['owner'] {
  if (helper !== null) return { kind: 'helper', name: null }
  const [owner] = owners
  return owner ? { kind: 'staff', name: owner.name } : { kind: 'desk', name: null }
}

/** Its story; who did what among neighbours is told by the introduction, to the two of them. */
const momentsOf = ({ events }: Need): Moment[] =>
  events
    .filter(({ kind }) => kind !== 'want' && kind !== 'unwant')
    .map((event) => ({
      at: event.at,
      kind: event.kind,
      text: 'text' in event ? event.text : event.kind === 'decide' ? event.reason : null,
      dueAt: 'dueAt' in event ? event.dueAt : null,
      households: event.kind === 'draft' ? event.households : null,
      ...(event.kind === 'solve' || event.kind === 'close' ? { solved: event.solved } : {}),
      ...(event.kind === 'decide' ? { solved: event.pass } : {}),
    }))

export const cardOf = (need: Need, self: string): NeedCard => ({
  id: need._id,
  text: need.text,
  label: need.meaning.label,
  category: need.meaning.category,
  by: need.shownAs,
  postedAt: need.postedAt,
  state: need.state,
  weekly: need.meaning.weekly ?? false,
  gathered: isGathered(need.meaning),
  short: need.drafted || !isGathered(need.meaning) ? null : Math.max(0, need.short),
  activity: need.activity ?? null,
  own: need.author === self,
  ...countOf(need, self),
})

const page = 20

/** What neighbours need, the latest first, a page at a time. */
export const square = procedure({
  needs: 'see-need-square',
  input: squareInput,
  run: async ({ db, self }, { category, before }): Promise<Square> => {
    const earlier = before && {
      postedAt: { $lte: before.at },
      $or: [{ postedAt: { $lt: before.at } }, { _id: { $gt: before.id } }],
    }
    const found = await db.needs.aggregate<Need>(
      { sight: 'square', state: 'open', ...(category !== null && { 'meaning.category': category }), ...earlier },
      [{ $sort: { postedAt: -1, _id: 1 } }, { $limit: page + 1 }, { $project: { match: 0 } }],
    )
    const shown = found.slice(0, page).filter(isShared)
    const last = shown.at(-1)
    return {
      cards: shown.map((need) => cardOf(need, self)),
      next: found.length > page && last ? { at: last.postedAt, id: last._id } : null,
    }
  },
})

/** So many of each are looked at; the latest come first. */
const most = 100

/** What I asked for and want too, what I offer, and with whom I was made acquainted. */
export const mine = procedure({
  needs: 'see-own-record',
  input: noInput,
  run: async ({ db, self }): Promise<MineList> => {
    const latest = [{ $sort: { postedAt: -1, _id: 1 } }, { $limit: most }]
    const [needs, offers, asNeeder, asHelper] = await Promise.all([
      db.needs.aggregate<Need>({ members: self }, [...latest, { $project: { match: 0, events: 0 } }]),
      db.offers.aggregate<Offer>({ owner: self }, [...latest, { $project: { match: 0, events: 0 } }]),
      introductionsOf(db, { needer: self }),
      introductionsOf(db, { helper: self }),
    ])
    return {
      needs: needs
        .filter((need) => need.author === self || need.sight === 'square')
        .map(({ _id, text, meaning, state, sight, postedAt, dueAt, author, activity }) => ({
          id: _id,
          text,
          label: meaning.label,
          state,
          sight,
          at: postedAt,
          dueAt: state === 'open' ? dueAt : null,
          own: author === self,
          activity: activity ?? null,
        })),
      offers: offers.map(({ _id, text, meaning, state, sight, postedAt }) => ({
        id: _id,
        text,
        label: meaning.label,
        state,
        sight,
        at: postedAt,
        dueAt: null,
        own: true,
        activity: null,
      })),
      introductions: [...asNeeder, ...asHelper]
        .map(({ _id, state, askedBy, needer, events, needs: [need] }) => ({
          id: _id,
          label: need?.meaning.label ?? '',
          state,
          forMe: state === 'asked' && (askedBy === 'needer') !== (needer === self),
          at: events.at(-1)?.at ?? 0,
        }))
        .sort((one, other) => other.at - one.at),
    }
  },
})

const introductionsOf = (db: Database, whose: Record<string, string>) =>
  db.introductions.aggregate<Introduction & { needs: Pick<Need, 'meaning'>[] }>(whose, [
    { $limit: most },
    { $lookup: { from: 'needs', localField: 'need', foreignField: '_id', as: 'needs' } },
  ])
