import { createHash } from 'node:crypto'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A short id that follows from its parts: the same parts, the same id; from the id, the parts cannot be found. */
export function derivedId(length: number, ...parts: string[]): string {
  const digest = createHash('sha256').update(parts.join('\n')).digest()
  return [...digest.subarray(0, length)].map((byte) => letters[byte % letters.length]).join('')
}

/**
 * A member's id, from the centre and who they are ("wx:<openid>", "web:<uid>"): whoever joins twice is the same
 * member, and nobody can be followed from one centre to another.
 */
export const memberId = (centre: string, identity: string): string => derivedId(16, centre, identity)
