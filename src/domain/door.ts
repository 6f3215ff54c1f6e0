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

/**
 * What a mini-program's code carries: of a centre's page "c=lilan&d=lobby", of an activity "lilan,f-10,poster", which is
 * shorter. WeChat takes 32 characters at most; nothing where it does not fit.
 */
export function sceneOf(centre: string, activity: string | null, door: string): string | null {
  const scene = activity === null ? `c=${centre}&d=${door}` : [centre, activity, door].join(',')
  return scene.length <= 32 ? scene : null
}

/** A code that WeChat made, and that was kept. */
export interface KeptCode {
  /** Derived from the scene: there is one for each. */
  _id: string
  centre: string
  scene: string
  file: string
}

/** Where the picture of a code is to be had for a while. */
export interface PrintedCode {
  address: string
}

/** What one door brought in some days. Numbers of people, but for the views. */
export interface DoorCount extends Door {
  views: number
  /** Distinct members among them; who has not joined is nobody known. */
  known: number
  signedUp: number
  came: number
}
