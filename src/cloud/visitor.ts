import Taro from '@tarojs/taro'
import { chanceId } from './chance'
import { handOn, keptId, recall, remember } from './memory'

/** A demo person of the local centre. */
export interface DemoPerson {
  id: string
  name: string
  note: string
  roles: string[]
  /** Where their work begins; residents begin on the first screen. */
  start?: string
}

const fresh = () => `visitor-${chanceId(10)}`

/** Who one is at the local CloudBase: a demo person, or a visitor whom nobody knows yet. */
export const localIdentity = (): string => keptId('visitor', fresh)

/** The local CloudBase takes whoever the token names. */
export const localToken = (): string => `local.${localIdentity()}`

/** The demo persons there are. */
export async function demoPeople(): Promise<DemoPerson[]> {
  const { data } = await Taro.request<DemoPerson[]>({ url: '/_local/people' })
  return data
}

/**
 * From now on one is this demo person, or a visitor whom nobody knows; what was seen as another is forgotten. Staff begin
 * at their desk; anyone else stays on the page that stands open, unless it is one of the staff's.
 */
export function actAs(person: DemoPerson | null): void {
  const display = recall('display')
  Taro.clearStorageSync()
  handOn(undefined)
  if (display) remember('display', display)
  remember('visitor', person?.id ?? fresh())
  const start = person?.start ?? (window.location.hash.startsWith('#/staff/') ? '/pages/home/index' : undefined)
  if (start !== undefined) window.history.replaceState(null, '', `#${start}`)
  window.location.reload()
}
