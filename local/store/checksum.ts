/**
 * A checksum of text (FNV-1a over its UTF-16 units): any one unit that is another makes another sum. `seed` is the sum
 * of what stands before it.
 */
export function sumOf(text: string, seed = 0x811c9dc5): number {
  let sum = seed
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return sum >>> 0
}
