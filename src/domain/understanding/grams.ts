/** Words that carry no meaning of their own, taken out before texts are compared for likeness. */
export function withoutStops(stops: readonly string[]): (text: string) => string {
  const sorted = [...stops].sort((one, other) => other.length - one.length)
  if (sorted.length === 0) return (text) => text
  const pattern = new RegExp(sorted.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g')
  return (text) => text.replace(pattern, ' ')
}

/** Characters so common that alone they tell nothing. */
const faint = new Set(
  '的了是我你他她它们这那有在不没和就也都很到会能要可以想来去上下个一人把被让给得地着过吗呢吧啊呀哦啦么什怎点些里又还再太好大小多少用说看做两三二四五六七八九十几年月日天次',
)

const run = /[\u4e00-\u9fff]+|[a-z0-9]+/g

/**
 * What two texts can have in common: the characters, pairs and threes of characters of a text, each once. Chinese is
 * written without spaces; character n-grams do as well as segmented words for finding texts (Nie et al., “On the use of
 * words and n-grams for Chinese information retrieval”, 2000).
 */
export function grams(text: string): string[] {
  const found = new Set<string>()
  for (const [piece] of text.matchAll(run)) {
    if (/[a-z0-9]/.test(piece)) {
      found.add(piece)
      continue
    }
    for (let at = 0; at < piece.length; at += 1) {
      const one = piece[at] ?? ''
      if (!faint.has(one)) found.add(one)
      if (at + 1 < piece.length) found.add(piece.slice(at, at + 2))
      if (at + 2 < piece.length) found.add(piece.slice(at, at + 3))
    }
  }
  return [...found]
}
