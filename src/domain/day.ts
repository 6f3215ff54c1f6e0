/** The centre's days are those of Asia/Shanghai, which is eight hours ahead all year round. */
const ahead = 8 * 60 * 60 * 1000

export const minute = 60 * 1000
export const hour = 60 * minute
export const day = 24 * 60 * 60 * 1000

/** The first moment of the day that `at` is in, at the centre. Epoch milliseconds in and out. */
export const startOfDay = (at: number): number => Math.floor((at + ahead) / day) * day - ahead

/** The first moment of the week that `at` is in; it begins on Monday. */
export const startOfWeek = (at: number): number => startOfDay(at) - ((new Date(at + ahead).getUTCDay() + 6) % 7) * day

/**
 * The moment so many working days later, at the same hour: weekends are not counted. Which public holidays there are is
 * announced each year anew; they are not known here, and only make it later.
 */
export function workdaysLater(at: number, days: number): number {
  let later = at
  for (let left = days; left > 0; ) {
    later += day
    const weekday = new Date(later + ahead).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return later
}
