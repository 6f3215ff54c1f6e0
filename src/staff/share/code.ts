import { call } from '../../cloud/call'

/** The picture of the mini-program's own code, where WeChat has one; on the web an address in a QR code serves. */
export async function codeFor(activity: string | null, door: string): Promise<string | null> {
  if (process.env.TARO_ENV === 'h5') return null
  const answer = await call.centre.code({ activity, door })
  return answer.ok ? (answer.value?.address ?? null) : null
}
