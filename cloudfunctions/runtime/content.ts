import { wechat } from './wechat'

/** pass: others may see it · review: a person decides first, until then only its author sees it · reject: not taken. */
export type Check = 'pass' | 'review' | 'reject'

/** Where a text will stand, in WeChat's own numbers: https://developers.weixin.qq.com (msgSecCheck, `scene`). */
const scenes = { profile: 1, comment: 2, forum: 3, log: 4 } as const

/** What must not stand where neighbours read it: telephone numbers, flats, numbers of identity cards. */
const telling = [
  /1[3-9]\d(?:[\s\-–—.·_]?\d){8}/,
  /0\d{2,3}[\s-]?\d{7,8}/,
  /\d+\s*(栋|幢|号楼|座)\s*\d*\s*(单元)?\s*\d{3,4}/,
  /\d+\s*(栋|幢|号楼|座)\s*\d+\s*单元/,
  /\d{3,4}\s*(室|房)/,
  /\d{17}[\dXx]/,
  /(微信|vx|v信|qq)(号|是|[:\s]){0,4}[A-Za-z0-9_-]{5,}/i,
]

const rude = /傻[逼比bB]|操你|你妈[的逼]|王八蛋|狗东西|去死|他妈的|滚蛋/

const numerals = '零一二三四五六七八九'

/** A text as it is meant: full-width letters and figures as ordinary ones, a long row of Chinese figures as figures. */
const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[〇○]/g, '零')
    .replace(/[零一二三四五六七八九]{7,}/g, (row) => [...row].map((each) => numerals.indexOf(each)).join(''))

/** Whether our own rules find nothing in a text that a person should look at. */
export function isHarmless(text: string): boolean {
  const plain = plainly(text)
  return !telling.some((pattern) => pattern.test(plain)) && !rude.test(plain)
}

/** WeChat knows only people who used the mini-program lately, by their openid. */
const label = { pass: 100 } as const

/**
 * Whether a text may be seen by others. Our own rules come first; then WeChat's check of content, where the author came
 * through WeChat. Whatever cannot be checked, or is doubtful, is for a person to decide: nothing is lost by it.
 */
export async function checkText(text: string, openid: string | null, where: keyof typeof scenes): Promise<Check> {
  if (!isHarmless(text)) return 'review'
  if (openid === null) return 'review'
  try {
    const asked = { version: 2, openid, scene: scenes[where], content: text }
    const { result } = (await wechat('security.msgSecCheck', asked)) as {
      result?: { suggest?: string; label?: number }
    }
    if (result?.suggest === 'risky') return 'reject'
    return result?.suggest === 'pass' || result?.label === label.pass ? 'pass' : 'review'
  } catch {
    return 'review'
  }
}
