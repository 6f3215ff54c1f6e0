import type { Centre, Door } from './centre'

/** The doors that every centre has, beside those where its codes hang: a card in a chat, the timeline, a poster. */
export const cardDoor = 'card'
export const timelineDoor = 'timeline'
export const posterDoor = 'poster'

/** The door that the sheet in a building's lobby is. */
export const buildingDoor = (building: string): string => `at-${building}`

/** Every door by which someone may come to a centre, with its name. */
export const doorsOf = ({ doors, buildings }: Pick<Centre, 'doors' | 'buildings'>): Door[] => [
  ...doors,
  ...buildings.map(({ id, name }) => ({ id: buildingDoor(id), name })),
  { id: cardDoor, name: '聊天里的卡片' },
  { id: timelineDoor, name: '朋友圈' },
  { id: posterDoor, name: '海报' },
]

/** What a mini-program's code carries; WeChat takes 32 characters at most. Nothing where it does not fit. */
export function sceneOf(parts: { c: string; id?: string; d: string }): string | null {
  const scene = Object.entries(parts)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  return scene.length <= 32 ? scene : null
}

/** What one door brought in some days. Numbers of people, but for the views. */
export interface DoorCount extends Door {
  views: number
  /** Distinct members among them; who has not joined is nobody known. */
  known: number
  signedUp: number
  came: number
}
