import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/** The key for one purpose, derived from the deployment's by HKDF (RFC 5869): what opens one thing opens no other. */
function keyFor(purpose: string): Buffer {
  const key = Buffer.from(process.env.LINLI_KEY ?? '', 'base64')
  if (key.length !== 32) throw new Error('LINLI_KEY is not set to 32 bytes in base64')
  return Buffer.from(hkdfSync('sha256', key, 'linli', purpose, 32))
}

/**
 * A code that only this deployment can make from these parts (HMAC-SHA256, RFC 2104), in base64url; `length`
 * characters of it, at most 43. The same purpose and parts give the same code.
 */
export const macOf = (length: number, purpose: string, ...parts: readonly string[]): string =>
  createHmac('sha256', keyFor(purpose)).update(JSON.stringify(parts)).digest('base64url').slice(0, length)

/** Whether two codes are the same, in a time that tells nothing of where they differ. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Bytes of the nonce and of the tag, as NIST SP 800-38D recommends for GCM. */
const nonceBytes = 12
const tagBytes = 16

/** Encrypts a text (AES-256-GCM), so that it reads only for the same purpose and the same owner. */
export function seal(purpose: string, owner: string, text: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce).setAAD(Buffer.from(owner))
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** Reads what `seal` wrote; throws where it was changed, or sealed for something or someone else. */
export function unseal(purpose: string, owner: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(bytes.length - tagBytes))
  const text = decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes))
  return Buffer.concat([text, decipher.final()]).toString('utf8')
}
