import { feedbackInput, type IntroductionEvent, stepInput } from '../../src/domain/introduction'
import { Refused } from '../../src/domain/refusal'
import { checkText } from '../runtime/content'
import { _ } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { ownIntroduction } from './load'
import { follow } from './settle'

/**
 * decline: who was asked says no, and the two are never suggested to each other again. end: who asked takes it back, or
 * one of both calls off what was agreed. done: it was helped.
 */
export const step = procedure({
  needs: 'post-need',
  input: stepInput,
  run: async (call, { intent, introduction: id, to }): Promise<null> => {
    const { db, now } = call
    const { row, side: by } = await ownIntroduction(call, id)
    if (row.events.some((event) => event.id === intent)) return null
    const asked = row.askedBy === by
    const from = {
      decline: asked ? [] : ['asked'],
      end: asked ? ['asked', 'agreed'] : ['agreed'],
      done: ['agreed'],
    }[to]
    if (!from.includes(row.state)) throw new Refused({ reason: 'introduction-moved-on' })
    const event: IntroductionEvent = { id: intent, at: now, kind: to, by }
    const state = { decline: 'declined', end: 'ended', done: 'done' }[to]
    const stepped = await db.introductions.findAndChange(
      { _id: id, state: row.state, 'events.id': _.nin([intent]) },
      { state, lapsesAt: null, following: true, toTell: true, events: _.push([event]) },
    )
    if (stepped) {
      await follow(db, stepped, now)
      return null
    }
    const after = await db.introductions.get(id)
    if (after?.events.some((each) => each.id === intent)) return null
    throw new Refused({ reason: 'introduction-moved-on' })
  },
})

/** How it was, once from each of both. Doubtful words are not kept from staff, and the other one reads none. */
export const feedback = procedure({
  needs: 'post-need',
  input: feedbackInput,
  run: async (call, { intent, introduction: id, good, words }): Promise<null> => {
    const { row, side: by } = await ownIntroduction(call, id)
    if (row.events.some((event) => event.id === intent) || row.felt.includes(by)) return null
    if (row.state !== 'done') throw new Refused({ reason: 'introduction-moved-on' })
    if (words !== null && (await checkText(words, call.openid, 'comment')) === 'reject')
      throw new Refused({ reason: 'content-blocked' })
    const event: IntroductionEvent = { id: intent, at: call.now, kind: 'feedback', by, good, words }
    await call.db.introductions.findAndChange(
      { _id: id, state: 'done', felt: _.nin([by]), 'events.id': _.nin([intent]) },
      { felt: _.push([by]), events: _.push([event]) },
    )
    return null
  },
})
