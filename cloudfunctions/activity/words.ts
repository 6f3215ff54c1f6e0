import type { Belonging } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import { checkText, isHarmless } from '../runtime/content'
import { allowed, type MemberCall } from '../runtime/procedure'

/**
 * Refuses words that must not stand where neighbours read them. What is doubtful a person decides: whoever may decide
 * such things does so by writing it; who may not, asks one of them. At a desk WeChat cannot be asked; there our own
 * rules decide, and the log keeps who wrote it.
 */
export async function checkWords(call: MemberCall, of: Belonging, ...texts: (string | null)[]): Promise<void> {
  const text = texts.filter((each) => each !== null && each !== '').join('\n')
  if (text === '') return
  const check = await checkText(text, call.openid, 'forum')
  if (check === 'pass') return
  if (check === 'reject') throw new Refused({ reason: 'content-blocked' })
  if (allowed(call, 'moderate-content', of) || (call.openid === null && isHarmless(text))) return
  throw new Refused({ reason: 'words-wait' })
}
