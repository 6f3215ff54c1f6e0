import { Refused } from '../../src/domain/refusal'

/** What passes by itself: the database is busy, or a request or its reply was lost on the way. */
const passing = [
  'DATABASE_TIMEOUT',
  'DATABASE_TRANSACTION_CONFLICT',
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'SYS_ERR',
  500,
  502,
  503,
  504,
]

/** Milliseconds before the second, third and fourth attempt; each drawn out at random so that a crowd spreads. */
const pauses = [40, 160, 500]

/** The error code of the SDK or of the network, where an error has one. */
export const codeOf = (error: unknown): string | number | undefined => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' || typeof error.code === 'number' ? error.code : undefined
}

const passes = (error: unknown): boolean => {
  const code = codeOf(error)
  if (code === undefined) return error instanceof Error && error.message === 'socket hang up'
  return passing.includes(code) || String(code).startsWith('EXCEED_')
}

/**
 * Asks the database, and again where that may help; then refuses as busy. What is asked may be done twice (a reply can
 * be lost after the work was done), so it must be a read, or a change whose filter no longer matches once it is made.
 */
export async function attempt<Value>(ask: () => Promise<Value>): Promise<Value> {
  for (const pause of pauses) {
    try {
      return await ask()
    } catch (error) {
      if (!passes(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())))
    }
  }
  try {
    return await ask()
  } catch (error) {
    if (passes(error)) throw new Refused({ reason: 'server-busy' })
    throw error
  }
}

/** Whether an insert failed because the id, or a unique key, is there already; the cloud says it in two ways. */
export const isDuplicate = (error: unknown): boolean =>
  codeOf(error) === 'DATABASE_DUPLICATE_WRITE' || (error instanceof Error && /E11000|duplicate key/.test(error.message))
