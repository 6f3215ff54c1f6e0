/** The centre's days are those of Asia/Shanghai, which is eight hours ahead all year round. */
const ahead = 8 * 60 * 60 * 1000

export const minute = 60 * 1000
export const hour = 60 * minute
export const day = 24 * 60 * 60 * 1000

/** The first moment of the day that `at` is in, at the centre. Epoch milliseconds in and out. */
export const startOfDay = (at: number): number => Math.floor((at + ahead) / day) * day - ahead
