import type { Lexicon } from './thesaurus'
import { simplify } from './script'

/**
 * Words of a dialect that mean something else inside of longer ones (整 is “mend” in Cantonese, and half of 整理 and
 * 整夜): they are taken only where these stand beside them.
 */
const guarded: Record<string, [RegExp, string][]> = {
  整: [
    [/整([嘢遮好返水灯门车锁])/g, '修$1'],
    [/([帮识会要使叫人])整(?![个天夜晚理洁齐容形体])/g, '$1修'],
  ],
  着: [[/([灯火][唔不]?)着/g, '$1亮']],
  遮: [[/([把借带修冇买])遮(?![光阳挡住雨])/g, '$1伞']],
}

/** What the table of dialects has not: the small words of Cantonese. */
const small: Record<string, string> = {
  嘅: '的',
  咗: '了',
  佢: '他',
  哋: '们',
  喺: '在',
  啲: '些',
  嚟: '来',
  畀: '给',
  俾: '给',
  谂: '想',
  嘢: '东西',
  靓: '好',
  返工: '上班',
  返学: '上学',
  落雨: '下雨',
  落楼: '下楼',
  食饭: '吃饭',
  食药: '吃药',
  倾下: '聊聊',
  唔该: '麻烦',
  好攰: '好累',
  攰: '累',
  惊: '怕',
  行下: '走走',
  识唔识: '会不会',
  仲: '还',
  点解: '为什么',
  边位: '谁',
  几钱: '多少钱',
  平啲: '便宜点',
  第日: '以后',
  寻日: '昨天',
  而家: '现在',
  宜家: '现在',
}

const keptAsSaid = new Set(['惊吓', '受惊', '吃惊', '惊喜', '惊恐', '惊慌', '仲裁', '靓汤'])

/** Replaces whole words, the longest first, in one pass. */
export function replacer(
  words: Record<string, string>,
  kept: ReadonlySet<string> = new Set(),
): (text: string) => string {
  const keys = [...Object.keys(words), ...kept].sort((one, other) => other.length - one.length)
  if (keys.length === 0) return (text) => text
  const pattern = new RegExp(keys.join('|'), 'g')
  return (text) => text.replace(pattern, (each) => (kept.has(each) ? each : (words[each] ?? each)))
}

/**
 * A text as it would be written plainly: simplified script, half-width, lower case, Cantonese and other dialects in
 * common words. Whoever compares texts does it on both sides.
 */
export function plainness(lexicon: Lexicon): (text: string) => string {
  const whole = Object.fromEntries(Object.entries(lexicon.dialect).filter(([word]) => !(word in guarded)))
  const words = replacer({ ...whole, ...small }, keptAsSaid)
  const singles = Object.entries(guarded).flatMap(([word, ways]) => (word in lexicon.dialect ? ways : []))
  return (text) => {
    const plain = words(simplify(text.normalize('NFKC')).toLowerCase())
    return singles.reduce((each, [pattern, meant]) => each.replace(pattern, meant), plain)
  }
}
