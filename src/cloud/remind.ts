import Taro from '@tarojs/taro'
import type { Asking } from '../domain/message'
import { call } from './call'
import { chanceId } from './chance'

/** Whether WeChat can be asked to remind of something: only there, and only where the deployment has templates. */
export const canRemind = (asks: readonly Asking[]): boolean => process.env.TARO_ENV === 'weapp' && asks.length > 0

/**
 * Asks whether these messages may be sent, one of each; true where some may. WeChat wants it to follow a tap at once.
 * Whatever is answered, nothing else depends on it.
 */
export async function remind(asks: readonly Asking[]): Promise<boolean> {
  try {
    const wish = { tmplIds: asks.map(({ id }) => id) }
    // The type also wants what only another platform has.
    const answer = await Taro.requestSubscribeMessage(wish as Parameters<typeof Taro.requestSubscribeMessage>[0])
    const said = answer as unknown as Record<string, string | undefined>
    const given = asks.filter(({ id }) => said[id]?.startsWith('accept')).map(({ template }) => template)
    return given.length > 0 && (await call.message.granted({ intent: chanceId(), templates: given })).ok
  } catch {
    return false
  }
}
