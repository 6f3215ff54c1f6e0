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

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/**
 * What two texts can have in common: the characters, pairs and threes of characters of a text, each once, and words in
 * Latin letters. Chinese is written without spaces; character n-grams do as well as segmented words for finding texts
 * (Nie et al., “On the use of words and n-grams for Chinese information retrieval”, 2000).
 */
export function grams(text: string): string[] {
  const found = new Set<string>()
  for (let at = 0; at < text.length; at += 1) {
    if (!isHan(text.charCodeAt(at))) continue
    const one = text[at] as string
    if (!faint.has(one)) found.add(one)
    if (!isHan(text.charCodeAt(at + 1))) continue
    found.add(text.slice(at, at + 2))
    if (isHan(text.charCodeAt(at + 2))) found.add(text.slice(at, at + 3))
  }
  for (const [word] of text.matchAll(/[a-z0-9]+/g)) found.add(word)
  return [...found]
}
