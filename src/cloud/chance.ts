const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/**
 * A random id of letters and digits: of an intent, a visit, a visitor. Twenty of them hold 119 bits, which no two people
 * share; nobody gains by guessing one, so the phone's plain random numbers serve where there are no better ones.
 */
export function chanceId(length = 20): string {
  return Array.from(numbers(length), (number) => letters[number % letters.length]).join('')
}

function numbers(count: number): Iterable<number> {
  if (typeof crypto !== 'undefined' && crypto.getRandomValues) return crypto.getRandomValues(new Uint32Array(count))
  return Array.from({ length: count }, () => Math.floor(Math.random() * 2 ** 32))
}
