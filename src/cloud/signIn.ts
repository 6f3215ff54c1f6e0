import Taro from '@tarojs/taro'
import { chanceId } from './chance'
import { keptId } from './memory'
import { localToken } from './visitor'

/** The cloud's gateway: CloudBase's HTTP API of this environment. Locally, wherever the page came from. */
export const gateway = BUILD_LOCAL ? '' : `https://${BUILD_ENV}.api.tcloudbasegateway.com`

interface Pass {
  token: string
  until: number
}

let pass: Promise<Pass> | undefined

/**
 * Who asks on the web, as a bearer token. In the cloud this is CloudBase's own anonymous sign-in: one user for each
 * device id, so the same person comes back with it for as long as the browser keeps the id.
 * https://docs.cloudbase.net/http-api/auth/auth-sign-in-anonymously
 */
export async function bearer(): Promise<string> {
  if (BUILD_LOCAL) return localToken()
  if (!pass || (await pass.catch(() => ({ until: 0 }))).until < Date.now()) pass = signIn()
  return (await pass).token
}

/** Forgets the token, where the cloud said that it does not take it. */
export function signOut(): void {
  pass = undefined
}

async function signIn(): Promise<Pass> {
  const { data } = await Taro.request<{ access_token: string; expires_in: number }>({
    url: `${gateway}/auth/v1/signin/anonymously`,
    method: 'POST',
    header: { 'content-type': 'application/json', 'x-device-id': keptId('device', () => chanceId(32)) },
    data: {},
    timeout: 8000,
  })
  if (!data.access_token) throw new Error('the sign-in gave no token')
  // A tenth of its life is left over, for clocks that differ and for the way.
  return { token: data.access_token, until: Date.now() + data.expires_in * 900 }
}
