import * as v from 'valibot'

/** An id of ours: short enough for a printed code's 32 characters, and never an operator or a path. */
export const shortId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,40}$/))

/** The id of a centre. */
export const centreId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,24}$/))

/** An intent's id, made by the client before it asks, so that asking twice is asking once. */
export const intentId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,40}$/))

/** The id of a party: the intent that made it, or for one that came unannounced that and a part of it. */
export const partyId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,40}(\.[a-z]{1,8})?$/))

/** The id of a person: a member, or one of their family ("member.key"). */
export const personId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,40}(\.[A-Za-z0-9_-]{1,12})?$/))

/** One line a person typed: trimmed, at least `least` and at most `most` characters, no control characters. */
export const line = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(least),
    v.maxLength(most),
    v.check((text) => ![...text].some((character) => character < ' ' || character === '\u007f')),
  )

/** A procedure that takes nothing. */
export const noInput = v.strictObject({})
