import * as v from 'valibot'
import { ageBands } from './age'
import { phone } from './contact'
import { largestCover } from './cover-upload'
import { intentId, line, personId, shortId } from './input'
import { guardians, reaches, reportKinds, seriesEnds } from './order'

const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))
const slot = v.strictObject({ startsAt: moment, endsAt: moment })

/** What someone says of their matter; also one line for each thing, so no length to be afraid of. */
const words = v.nullable(line(2, 200))
const reason = line(2, 100)

/** At least one digit, or it is no room; the building is said elsewhere. */
const room = v.nullable(v.pipe(line(1, 20), v.regex(/\d/)))

/**
 * What is asked for, whoever asks. `urgent`: none · not-now: words of an emergency, and it is not happening now ·
 * call-me: it is, and a social worker is to call.
 */
const asked = {
  intent: intentId,
  item: v.nullable(shortId),
  words,
  wants: v.nullable(slot),
  building: v.nullable(shortId),
  room,
  weekly: v.boolean(),
  // A phone whose mini-program is older than the question sends no answer, and is asked where there must be one.
  agreed: v.optional(v.nullable(v.picklist(guardians)), null),
  urgent: v.picklist(['none', 'not-now', 'call-me']),
} as const

/**
 * For oneself or one of the family. `again` false: not where the same person has the same item open already, which is
 * then pointed out. A phone whose mini-program is older than the question sends nothing, and orders as it did.
 */
export const placeInput = v.strictObject({ ...asked, person: personId, again: v.optional(v.boolean(), true) })

/**
 * Staff write it down for someone without a phone: for a record that there is (`holder`), or for a name that is new.
 * `consent`: they agreed aloud to their name being written down.
 */
export const placeForInput = v.strictObject({
  ...asked,
  holder: v.nullable(shortId),
  name: line(1, 12),
  band: v.picklist(ageBands),
  reach: v.picklist(reaches),
  consent: v.literal(true),
})

export const orderInput = v.strictObject({ order: shortId })
const deed = { intent: intentId, order: shortId } as const

/** What needs no more than the order: taking it, beginning, ending, confirming. */
export const deedInput = v.strictObject(deed)
export const reasonInput = v.strictObject({ ...deed, reason })
/** `series`: of a weekly order it has to be said what becomes of the next ones; of any other there is nothing to say. */
export const cancelInput = v.strictObject({
  ...deed,
  reason: v.nullable(reason),
  series: v.nullable(v.picklist(seriesEnds)),
})
export const restoreInput = v.strictObject({ ...deed, undoes: intentId })
export const scheduleInput = v.strictObject({ ...deed, slot, reason: v.nullable(reason) })
export const moveInput = v.strictObject({ ...deed, wants: slot, reason: v.nullable(reason) })
export const rateOrderInput = v.strictObject({
  ...deed,
  score: v.picklist([1, 2, 3, 4, 5]),
  comment: v.nullable(line(2, 200)),
})
export const reportInput = v.strictObject({ ...deed, how: v.picklist(reportKinds), text: v.nullable(line(2, 200)) })

/** Whom an organisation sends, as they are called at the door; nobody twice. */
/** How somebody who comes is called: letters, and a short number where a firm numbers its people; no sentence, no phone. */
export const callName = v.pipe(line(1, 12), v.regex(/^(?!.*\d{4})[\p{L}\p{M}\d ·•（）()-]+$/u))

export const sendInput = v.strictObject({
  ...deed,
  names: v.pipe(
    v.array(callName),
    v.minLength(1),
    v.maxLength(4),
    v.check((names) => new Set(names).size === names.length),
  ),
})

/** Putting it up for volunteers, with the words or without them. */
export const putUpInput = v.strictObject({ ...deed, words: v.boolean() })
/** `unlisted`: it was asked whether it goes to them though the menu does not name them. */
export const assignInput = v.strictObject({
  ...deed,
  unlisted: v.optional(v.boolean(), false),
  to: v.variant('kind', [
    v.strictObject({ kind: v.literal('people'), ids: v.pipe(v.array(shortId), v.minLength(1), v.maxLength(2)) }),
    v.strictObject({ kind: v.literal('team'), id: shortId }),
    v.strictObject({ kind: v.literal('organisation'), id: shortId }),
  ]),
})

/** What was asked in own words is: an item of the menu, or something else, and what that asks of who comes. */
export const settleInput = v.strictObject({
  ...deed,
  as: v.variant('kind', [
    v.strictObject({ kind: v.literal('item'), item: shortId }),
    v.strictObject({
      kind: v.literal('other'),
      home: v.boolean(),
      need: v.picklist([1, 2]),
      minutes: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(480)),
    }),
  ]),
})
/** `series` as of a cancelled one. */
export const guideInput = v.strictObject({
  ...deed,
  text: line(2, 100),
  series: v.nullable(v.picklist(seriesEnds)),
})
/**
 * Where it is, said later or otherwise; what is null stays as it was. `kept`: the phone that is in one's account. Staff
 * say why.
 */
export const correctInput = v.strictObject({
  ...deed,
  building: v.nullable(shortId),
  room,
  phone: v.nullable(v.union([v.literal('kept'), phone])),
  reason: v.nullable(reason),
})

export const orderAddressInput = v.strictObject({ ...deed, reason })
export const photoInput = v.strictObject({
  ...deed,
  image: v.pipe(v.string(), v.minLength(16), v.maxLength(largestCover), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
})

/** `photo` is the key of the one that was looked at. */
export const judgePhotoInput = v.strictObject({
  ...deed,
  photo: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{24}$/)),
  pass: v.boolean(),
})

const after = v.nullable(v.strictObject({ at: moment, id: shortId }))

/** One's own orders, the latest first, a page at a time. */
export const mineInput = v.strictObject({ after })

/** What staff look at: what waits for them · what nobody has taken · what is late · the visits of the next seven days · all. */
export const deskViews = ['triage', 'unassigned', 'overdue', 'week', 'all'] as const
export type DeskView = (typeof deskViews)[number]
export const deskInput = v.strictObject({ view: v.picklist(deskViews) })

/** Whom an order could be given to, by a part of their name; nobody typed: the teams and organisations. */
export const providersInput = v.strictObject({ order: shortId, words: v.nullable(line(1, 12)) })

/** Someone to write an order down for, by a part of their name. */
export const findGuestInput = v.strictObject({ words: line(1, 12) })
