import { cloud } from './cloud'

/** WeChat's own "no", by its number: https://developers.weixin.qq.com/doc (`errcode`). */
export class WechatError extends Error {
  constructor(
    readonly api: string,
    readonly errcode: number,
  ) {
    super(`${api} answered ${errcode}`)
    this.name = 'WechatError'
  }
}

/** What WeChat answers: its own fields beside `errcode`. */
export type WechatAnswer = { errcode: number } & Record<string, unknown>

/**
 * Calls one of WeChat's open APIs ("subscribeMessage.send", "security.msgSecCheck", "wxacode.getUnlimited"). The
 * function's `config.json` must name it under `permissions.openapi`. Throws `WechatError` for an `errcode` other than 0.
 * Asked once: for what must not happen twice, a claim is made before.
 */
export async function wechat(apiName: string, requestData: Record<string, unknown>): Promise<WechatAnswer> {
  const { result } = await cloud.callWxOpenApi({ apiName, requestData })
  const answer: unknown = typeof result === 'string' ? JSON.parse(result) : result
  const { errcode } = answer as Partial<WechatAnswer>
  if (typeof errcode === 'number' && errcode !== 0) throw new WechatError(apiName, errcode)
  return { ...(answer as Record<string, unknown>), errcode: 0 }
}
