import * as v from 'valibot'
import { startOfDay } from './day'

/** A day, by its first moment at the centre, in epoch milliseconds. */
export const dayInput = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(4e12),
  v.check((at) => startOfDay(at) === at),
)
