import { pinyin } from 'pinyin-pro'

/** The first letter of a name in pinyin, a surname read as one: "单" is S, "黄" is H. "#" for what has no letter. */
export function initialOf(name: string): string {
  const [letter = ''] = pinyin(name.trim().slice(0, 4), { pattern: 'first', toneType: 'none', surname: 'head' })
  return /[a-z]/i.test(letter) ? letter.toUpperCase() : '#'
}
