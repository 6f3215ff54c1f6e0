import { evalExpr } from 'mingo/core'
import * as dates from 'mingo/operators/expression/date'
import type { Options } from 'mingo/types'
import { isFields } from './value'

const { $dayOfMonth, $dayOfWeek, $dayOfYear, $hour, $isoDayOfWeek, $isoWeek } = dates
const { $millisecond, $minute, $month, $second, $year } = dates

type Part = (from: never, expression: never, options: Options) => unknown

/** A part of no date is null, where mingo refuses. */
const orNull =
  (part: Part) =>
  (from: unknown, expression: unknown, options: Options): unknown => {
    const [only = expression] = Array.isArray(expression) && expression.length === 1 ? expression : []
    const date = isFields(only) && Object.hasOwn(only, 'date') ? only.date : only
    const value = evalExpr(from, date, options)
    return value === null || value === undefined ? null : part(from as never, only as never, options)
  }

export const dateParts = {
  $dayOfMonth: orNull($dayOfMonth),
  $dayOfWeek: orNull($dayOfWeek),
  $dayOfYear: orNull($dayOfYear),
  $hour: orNull($hour),
  $isoDayOfWeek: orNull($isoDayOfWeek),
  $isoWeek: orNull($isoWeek),
  $millisecond: orNull($millisecond),
  $minute: orNull($minute),
  $month: orNull($month),
  $second: orNull($second),
  $year: orNull($year),
}
