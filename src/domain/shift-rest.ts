import * as v from 'valibot'
import { intentId, line } from './input'

/** How much is enough, as a centre says it: hours of serving a day and a week, and of night between two days'. */
export interface Rest {
  dayHours: number
  weekHours: number
  nightHours: number
}

/** One time that a centre changed it: by the role of who did, since whose name it was is nothing for a centre's rules. */
export interface RestChange extends Rest {
  id: string
  at: number
  role: string
  reason: string
}

/** What a centre decided, with its latest changes. */
export interface CentreRest extends Rest {
  changes: RestChange[]
}

/** Where a centre has decided nothing. */
export const usualRest: Rest = { dayHours: 8, weekHours: 24, nightHours: 8 }

/** For minors less, and only by day; no centre may give them more. */
export const minorRest = { dayHours: 4, weekHours: 8, fromHour: 7, untilHour: 21 } as const

/** What a centre may decide: nobody stands more than twelve hours a day, nor sleeps less than six between two. */
export const restBounds = { dayHours: [1, 12], weekHours: [1, 60], nightHours: [6, 14] } as const satisfies Record<
  keyof Rest,
  readonly [number, number]
>

export const restOf = ({ rest }: { rest?: CentreRest }): Rest => {
  const { dayHours, weekHours, nightHours } = rest ?? usualRest
  return { dayHours, weekHours, nightHours }
}

const hours = (of: keyof Rest) =>
  v.pipe(v.number(), v.integer(), v.minValue(restBounds[of][0]), v.maxValue(restBounds[of][1]))

export const restInput = v.pipe(
  v.strictObject({
    intent: intentId,
    dayHours: hours('dayHours'),
    weekHours: hours('weekHours'),
    nightHours: hours('nightHours'),
    reason: line(2, 60),
  }),
  v.check(({ dayHours, weekHours }) => dayHours <= weekHours),
)
