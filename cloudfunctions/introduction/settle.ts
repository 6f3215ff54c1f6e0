import { workdaysLater } from '../../src/domain/day'
import type { Introduction, IntroductionEvent, Side } from '../../src/domain/introduction'
import type { NeedEvent } from '../../src/domain/need'
import { answered, needRules } from '../../src/domain/need-rules'
import type { Settling } from '../../src/domain/offer'
import { _, type Database } from '../runtime/database'

/**
 * An agreement has its place with the offer already; now the introduction and the need learn of it. Each step is made
 * once however often it is tried, so that whoever was cut short is finished by the sweep. Answers the introduction, or
 * nothing where it had ended meanwhile: then the place is given back.
 */
export async function settle(db: Database, offer: string, by: Side, entry: Settling): Promise<Introduction | null> {
  const { introduction: id, intent, at, shares } = entry
  const event: IntroductionEvent = { id: intent, at, kind: 'agree', by, shares }
  const agreed = await db.introductions.findAndChange(
    { _id: id, state: 'asked', 'events.id': _.nin([intent]) },
    {
      state: 'agreed',
      lapsesAt: null,
      following: true,
      toTell: true,
      ...(shares && { shares: _.push([by]) }),
      events: _.push([event]),
    },
  )
  const introduction = agreed ?? (await db.introductions.get(id))
  const stands = introduction?.events.some((each) => each.id === intent) ?? false
  if (introduction && stands) await follow(db, introduction, at)
  else await giveBack(db, offer, id, at)
  await db.offers.change({ _id: offer, 'settling.introduction': id }, { settling: _.pull({ introduction: id }) })
  return stands ? introduction : null
}

/** The offer has room again for another. */
const giveBack = (db: Database, offer: string, introduction: string, at: number) =>
  db.offers.findAndChange(
    { _id: offer, holding: introduction },
    {
      room: _.inc(1),
      holding: _.pull(introduction),
      events: _.push([{ id: `free-${introduction}-${at}`, at, kind: 'free', introduction }]),
    },
  )

/** The offer and the need follow what became of an introduction: each once. */
export async function follow(db: Database, introduction: Introduction, now: number): Promise<void> {
  const { _id, need, offer, state } = introduction
  const last = introduction.events.at(-1)
  if (state === 'agreed') await agreedOn(db, introduction)
  if (state === 'ended' || state === 'done') {
    const helped = state === 'done' ? { [`helped.${introduction.needAbout || 'other'}`]: _.inc(1) } : {}
    await db.offers.findAndChange(
      { _id: offer, holding: _id },
      {
        ...helped,
        room: _.inc(1),
        holding: _.pull(_id),
        events: _.push([{ id: `free-${last?.id}`, at: now, kind: 'free', introduction: _id }]),
      },
    )
  }
  if (state === 'ended') await backToStaff(db, need, _id, now)
  if (state === 'done') await helpedWith(db, introduction, now)
  await db.introductions.change({ _id, state, following: true }, { following: false })
}

/** Who agreed to help answers for it from now on, until a date. */
async function agreedOn(db: Database, { _id, need: id, events }: Introduction): Promise<void> {
  const event = events.filter(({ kind }) => kind === 'agree').at(-1)
  const need = await db.needs.get(id)
  if (!event || !need) return
  const dueAt = event.at + needRules.helpWithin
  const told: NeedEvent = { id: `agreed-${event.id}`, at: event.at, kind: 'agreed', introduction: _id, dueAt }
  await db.needs.findAndChange(
    { _id: id, state: 'open', 'events.id': _.nin([told.id]) },
    { ...answered(need, event.at), helper: _id, dueAt, escalatesAt: dueAt, toTell: true, events: _.push([told]) },
  )
}

/** Nobody helps any more: it is the staff's again, with a date. */
async function backToStaff(db: Database, id: string, introduction: string, now: number): Promise<void> {
  const dueAt = workdaysLater(now, needRules.soonDays)
  const told: NeedEvent = { id: `ended-${introduction}-${now}`, at: now, kind: 'ended', introduction, dueAt }
  await db.needs.findAndChange(
    { _id: id, state: 'open', helper: introduction },
    { helper: null, dueAt, escalatesAt: dueAt, toTell: true, events: _.push([told]) },
  )
}

/** It was helped with: where its author says so it is solved, unless others want it too. */
async function helpedWith(db: Database, { _id, need: id, events }: Introduction, now: number): Promise<void> {
  const done = events.filter(({ kind }) => kind === 'done').at(-1)
  if (done?.kind !== 'done') return
  const need = await db.needs.get(id)
  if (!need) return
  const helped: NeedEvent = { id: `helped-${done.id}`, at: done.at, kind: 'helped', introduction: _id }
  const solved: NeedEvent = { id: `solved-${done.id}`, at: done.at, kind: 'solve', solved: true, by: 'author' }
  const alone = need.households.length <= 1
  const author = done.by === 'needer'
  await db.needs.findAndChange(
    { _id: id, state: 'open', 'events.id': _.nin([helped.id]) },
    {
      ...answered(need, now),
      ...(author && alone ? { state: 'solved', escalatesAt: null } : {}),
      toTell: true,
      events: _.push(author ? [helped, solved] : [helped]),
    },
  )
}
