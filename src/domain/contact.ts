import * as v from 'valibot'
import { line } from './input'

/** A mainland mobile number, or a landline with its area code. */
export const phone = v.pipe(v.string(), v.regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/))

/** The room within the building; the building is said elsewhere. At least one digit, or it is no room. */
const room = v.pipe(line(1, 20), v.regex(/\d/))

/** How someone can be reached. Both are as good left out. */
export interface Contact {
  phone: string | null
  room: string | null
}

/** Giving, changing or taking back (null) how one can be reached; agreed to each time. */
export const contactInput = v.strictObject({
  phone: v.nullable(phone),
  room: v.nullable(room),
  consent: v.literal(true),
})
