const digits = '零一二三四五六七八九'

/** A number up to 999 as people write it: 12, 十二, 二十, 两, 八十五; nothing where it is none. */
export function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  if (!/^[零一二两三四五六七八九十百]+$/.test(text)) return null
  let sum = 0
  let last = 0
  for (const each of text.replace(/两/g, '二')) {
    if (each === '十') {
      sum += (last || 1) * 10
      last = 0
    } else if (each === '百') {
      sum += (last || 1) * 100
      last = 0
    } else last = digits.indexOf(each)
  }
  return sum + last
}
