import { Refused } from '../../src/domain/refusal'
import { checkText, isHarmless } from '../runtime/content'

/**
 * Refuses a name that others must not read: by our own rules at once, by WeChat's check where its author came through
 * WeChat. A name is soon thought of anew, so none waits for a person's decision; where the check itself cannot be had,
 * nobody is kept from joining.
 */
export async function checkName(name: string, openid: string | null): Promise<void> {
  if (!isHarmless(name) || (openid !== null && (await checkText(name, openid, 'profile')) === 'reject'))
    throw new Refused({ reason: 'name-blocked' })
}
