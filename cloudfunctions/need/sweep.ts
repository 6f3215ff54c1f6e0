import { type Introduction, otherSide } from '../../src/domain/introduction'
import type { Member } from '../../src/domain/member'
import type { Need, NeedEvent } from '../../src/domain/need'
import { introductionNotices, needNotices, offerNotices, titleOf } from '../../src/domain/need-telling'
import type { Notice } from '../../src/domain/notice'
import type { Offer } from '../../src/domain/offer'
import type { Role } from '../../src/domain/role'
import { countHelp } from '../hours/neighbour'
import { follow, settle } from '../introduction/settle'
import { _, type Database, databaseOf } from '../runtime/database'
import { notify } from '../runtime/inbox'
import type { Tick } from '../runtime/procedure'
import { inTurn } from '../runtime/turn'
import { matchOffer } from './fit'
import { makeDraft } from './want'

/** The most of each kind that one sweep takes on; the next one goes on. */
const most = 60
/** So many authors are told of a new offer: those whom it helps best. */
const toldOfOffer = 3

const some = [{ $limit: most }]
const beside = [...some, { $lookup: { from: 'needs', localField: 'need', foreignField: '_id', as: 'needs' } }]

/**
 * Everything that time brings, or that was cut short: promises whose time ran out go up a level, once; drafts that so
 * many asked for; agreements half written down; askings that nobody answered; offers that run out; the time that
 * neighbours gave; and the telling, last, which nothing before it holds up.
 */
export async function sweep({ now, db }: Tick): Promise<void> {
  const wanted = { drafted: false, short: { $lte: 0 }, state: 'open', sight: 'square' }
  const running = { $in: ['open', 'paused'] }
  const steps = [
    () => each(db.needs.aggregate<Need>({ escalatesAt: { $lte: now } }, some), (need) => escalate(db, need, now)),
    () =>
      each(db.needs.aggregate<Need>(wanted, some), (need) => makeDraft(databaseOf(need.centre), need, now, undefined)),
    () =>
      each(db.offers.aggregate<Offer>({ 'settling.introduction': { $gt: '' } }, some), (offer) => finish(db, offer)),
    () => each(db.introductions.aggregate<Introduction>({ following: true }, some), (each) => follow(db, each, now)),
    () =>
      each(db.introductions.aggregate<Introduction>({ lapsesAt: { $lte: now } }, some), (each) => lapse(db, each, now)),
    () => each(db.offers.aggregate<Offer>({ nudgesAt: { $lte: now } }, some), (offer) => nudge(db, offer, now)),
    () =>
      each(db.offers.aggregate<Offer>({ state: running, expiresAt: { $lte: now } }, some), (offer) =>
        expire(db, offer, now),
      ),
    () => each(db.offers.aggregate<Offer>({ toFind: true }, some), (offer) => find(offer, now)),
    () =>
      each(db.introductions.aggregate<Introduction & { needs: Need[] }>({ countDue: true }, beside), (found) =>
        countHelp(databaseOf(found.centre), found),
      ),
    () => tellAll(db),
  ]
  await inTurn(steps, (step) => step())
}

const each = async <Thing>(found: Promise<Thing[]>, act: (thing: Thing) => Promise<unknown>): Promise<void> =>
  inTurn(await found, act)

/** Its time has run out: it goes up a level, once for each date that was promised. */
async function escalate(db: Database, need: Need, now: number): Promise<void> {
  const role: Role = need.care === 'open' ? 'committee-member' : 'social-worker'
  const above = await databaseOf(need.centre).members.aggregate<Pick<Member, '_id'>>(
    { roles: role, erasing: { $exists: false } },
    [{ $sort: { _id: 1 } }, { $limit: 20 }, { $project: { _id: 1 } }],
  )
  const to = [...new Set([...above.map(({ _id }) => _id), ...(need.owner === null ? [] : [need.owner])])]
  const event: NeedEvent = { id: `overdue-${need.dueAt}`, at: now, kind: 'overdue', dueAt: need.dueAt, to }
  await db.needs.findAndChange(
    { _id: need._id, escalatesAt: need.escalatesAt, 'events.id': _.nin([event.id]) },
    { escalatesAt: null, toTell: true, events: _.push([event]) },
  )
}

/** An agreement that was cut short is written down to its end: both had said yes. */
async function finish(db: Database, offer: Offer): Promise<void> {
  for (const entry of offer.settling) {
    const introduction = await db.introductions.get(entry.introduction)
    if (introduction) await settle(db, offer._id, otherSide(introduction.askedBy), entry)
  }
}

const lapse = (db: Database, { _id, lapsesAt }: Introduction, now: number) =>
  db.introductions.findAndChange(
    { _id, state: 'asked', lapsesAt },
    {
      state: 'lapsed',
      lapsesAt: null,
      toTell: true,
      events: _.push([{ id: `lapse-${lapsesAt}`, at: now, kind: 'lapse' }]),
    },
  )

const nudge = (db: Database, { _id, nudgesAt, expiresAt }: Offer, now: number) =>
  db.offers.findAndChange(
    { _id, nudgesAt },
    {
      nudgesAt: null,
      toTell: true,
      events: _.push([{ id: `nudge-${expiresAt}`, at: now, kind: 'nudge', expiresAt }]),
    },
  )

const expire = (db: Database, { _id, state, expiresAt }: Offer, now: number) =>
  db.offers.findAndChange(
    { _id, state, expiresAt },
    {
      state: 'ended',
      nudgesAt: null,
      toTell: true,
      events: _.push([{ id: `expire-${expiresAt}`, at: now, kind: 'expire' }]),
    },
  )

/** Whom a new offer could help hears of it: their need says so, once for each offer. */
async function find(offer: Offer, now: number): Promise<void> {
  const db = databaseOf(offer.centre)
  const given = offer.state === 'open' && offer.sight === 'square'
  const fits = given ? await matchOffer(db, offer) : []
  for (const { need } of fits.slice(0, toldOfOffer)) {
    const event: NeedEvent = { id: `fits-${offer._id}`, at: now, kind: 'fits', offer: offer._id }
    await db.needs.findAndChange(
      { _id: need._id, state: 'open', helper: null, 'events.id': _.nin([event.id]) },
      { lacking: null, toTell: true, events: _.push([event]) },
    )
  }
  await db.offers.change({ _id: offer._id, toFind: true }, { toFind: false })
}

/**
 * What is over needs nobody any more: askings end, and whoever else had agreed has room again. Where its author says
 * that it is solved, who helped has helped.
 */
async function endAskings(db: Database, need: Need, needer: string | null): Promise<void> {
  if (needer === null) return
  const open = { needer, need: need._id, state: { $in: ['asked', 'agreed'] } }
  const found = await databaseOf(need.centre).introductions.aggregate<Introduction>(open, some)
  for (const introduction of found) {
    const { _id, state } = introduction
    const helped = need.state === 'solved' && need.helper === _id && state === 'agreed'
    const at = need.events.at(-1)?.at ?? need.postedAt
    const kind = helped ? ('done' as const) : ('end' as const)
    const ended = await db.introductions.findAndChange(
      { _id, state },
      {
        state: helped ? 'done' : 'ended',
        lapsesAt: null,
        following: true,
        toTell: true,
        events: _.push([{ id: `over-${need._id}-${at}`, at, kind, by: 'needer' }]),
      },
    )
    if (ended) await follow(db, ended, at)
  }
}

/** Who posted it, where they withdrew from what others want too. */
function leftBy({ author, events }: Need): string | null {
  if (author !== null || !events.some(({ kind }) => kind === 'withdraw')) return null
  const first = events.find((event) => event.kind === 'want')
  return first?.kind === 'want' ? first.member : null
}

/** Tells what the logs owe: to each inbox its entries, each once by its id, then on the log how far was told. */
async function tellAll(db: Database): Promise<void> {
  const due = { toTell: true }
  await each(db.needs.aggregate<Need>(due, some), async (need) => {
    if (need.state !== 'open') await endAskings(db, need, need.author)
    // What others want too goes on; what its author had begun with someone does not.
    else await endAskings(db, need, leftBy(need))
    await told(db, 'needs', need, needNotices(need))
  })
  await each(db.offers.aggregate<Offer>(due, some), (offer) => told(db, 'offers', offer, offerNotices(offer)))
  await each(db.introductions.aggregate<Introduction & { needs: Need[] }>(due, beside), (found) => {
    const [need] = found.needs
    return told(db, 'introductions', found, introductionNotices(found, need ? titleOf(need) : ''))
  })
}

async function told(
  db: Database,
  from: 'needs' | 'offers' | 'introductions',
  { _id, centre, events }: { _id: string; centre: string; events: readonly unknown[] },
  notices: readonly Notice[],
): Promise<void> {
  await notify(databaseOf(centre), centre, notices)
  const collection: Pick<Database['needs'], 'change'> = db[from]
  await collection.change({ _id, events: _.size(events.length) }, { told: events.length, toTell: false })
}
