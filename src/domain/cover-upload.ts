import * as v from 'valibot'
import { intentId, shortId } from './input'

/** A picture that staff put in place of the drawing. */
export interface UploadedCover {
  file: string
  /** Whether a person has looked at it: until then only staff see it. */
  passed: boolean
  by: string
}

/** The picture as staff see it, and whether they may pass it. */
export interface CoverPage {
  cover: { file: string; address: string | null; passed: boolean } | null
  judges: boolean
}

/** A picture that waits for a person to look at it. */
export interface WaitingCover {
  activity: string
  title: string
  organiser: string
  file: string
  address: string | null
}

/** As much as a picture may take, in characters of base64: 300 KB. */
export const largestCover = 400_000

/** A picture as the phone has made it small, in base64. */
export const setCoverInput = v.strictObject({
  intent: intentId,
  activity: shortId,
  image: v.pipe(v.string(), v.minLength(16), v.maxLength(largestCover), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
})

/** Passing a picture names the one that was seen. */
export const judgeCoverInput = v.strictObject({
  activity: shortId,
  file: v.pipe(v.string(), v.maxLength(200), v.regex(/^cloud:\/\/[A-Za-z0-9._/-]+$/)),
  pass: v.boolean(),
})
