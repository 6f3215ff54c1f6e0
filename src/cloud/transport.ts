import Taro from '@tarojs/taro'
import type { Request } from '../domain/reply'
import { bearer, gateway, signOut } from './signIn'

/** No answer came: there is no network, or it took too long. Whether it was done, nobody here can know. */
export class NoAnswer extends Error {
  readonly reason: 'offline' | 'timeout'

  constructor(reason: 'offline' | 'timeout') {
    super(reason)
    this.reason = reason
  }
}

/** How long one asks before asking again. A function's own limit in the cloud is shorter. */
const patience = 8000

/** Makes the cloud ready to be asked, once, at the start. */
export function begin(): void {
  if (process.env.TARO_ENV === 'weapp') Taro.cloud.init(BUILD_ENV ? { env: BUILD_ENV } : {})
}

/** Sends one request to a function, once; what comes back is what the function answered. */
export async function send(noun: string, request: Request): Promise<unknown> {
  try {
    return await within(process.env.TARO_ENV === 'weapp' ? throughWeChat(noun, request) : throughWeb(noun, request))
  } catch (error) {
    throw error instanceof NoAnswer ? error : new NoAnswer(await whyNot(error))
  }
}

async function throughWeChat(name: string, request: Request): Promise<unknown> {
  const { result } = await Taro.cloud.callFunction({ name, data: { ...request } })
  return result
}

async function throughWeb(noun: string, request: Request): Promise<unknown> {
  const authorization = `Bearer ${await bearer()}`
  const answer = await Taro.request<unknown>({
    url: `${gateway}/v1/functions/${noun}`,
    method: 'POST',
    header: { 'content-type': 'application/json', authorization },
    data: request,
    timeout: patience,
  })
  if (answer.statusCode === 401) signOut()
  if (answer.statusCode >= 400) throw new NoAnswer('timeout')
  return answer.data
}

function within(answer: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoAnswer('timeout')), patience)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

async function whyNot(error: unknown): Promise<'offline' | 'timeout'> {
  if (String((error as { errMsg?: unknown } | null)?.errMsg ?? error).includes('timeout')) return 'timeout'
  const network = await Taro.getNetworkType().catch(() => undefined)
  return network && network.networkType !== 'none' && process.env.TARO_ENV === 'weapp' ? 'timeout' : 'offline'
}
