import { type Role, roles } from './role'

/**
 * How much of a piece of personal data a role sees of others. full · masked · aggregate: sums only · own-only: of
 * themselves · on-request-logged: with a reason, kept for its owner to see · during-task-only: while they are at it ·
 * case-only: who handles the case · none.
 */
const sights = {
  '-': 'none',
  f: 'full',
  m: 'masked',
  s: 'aggregate',
  o: 'own-only',
  l: 'on-request-logged',
  t: 'during-task-only',
  k: 'case-only',
} as const

export type Sight = (typeof sights)[keyof typeof sights]

/** Personal data × role: one letter a role, in the order of `roles`. */
const table = {
  nickname: 'ofttfmmmms-',
  'age-band': 'ofttfmmfss-',
  phone: 'of--l--l---',
  'estate-building': 'ofttfmmfms-',
  'room-no': 'ofttl-tf---',
  'household-members': 'of--l--f---',
  'residency-proof': 'of-----l---',
  'emergency-contact': 'ofttft-l---',
  'health-note': 'ofttft-----',
  'special-group': 'of--k----s-',
  'case-note': 'of--k------',
  'need-text': 'ofttfttmms-',
  'offer-skill': 'offffmmmms-',
  'licence-file': 'o---fttf---',
  'signup-record': 'ofttfttfss-',
  'volunteer-hours': 'ofofft-fms-',
  'checkin-location': '-----------',
  'rating-score': 'of--ssssss-',
  'rating-identity': 'of-----l---',
  'rating-text': 'ofmmmmmmmm-',
  'vote-choice': 'o----------',
  'household-ballot': 'o------f---',
  photo: 'ofmffttfmm-',
  'minor-info': '-fttft-f---',
  message: 'ofooooooo--',
  'login-log': 'ofooooofolf',
  'device-id': '----------f',
} as const

export type Datum = keyof typeof table

/** Every kind of personal data there is. */
export const data = Object.keys(table) as Datum[]

/** How much of others' data one role sees. */
export const sightOf = (role: Role, datum: Datum): Sight =>
  sights[table[datum][roles.indexOf(role)] as keyof typeof sights] ?? 'none'

/**
 * Whether any of the roles sees others' data in one of these ways. What acting for one's family opens is that family's,
 * which is one's own: of anyone else it shows nothing.
 */
export const sees = (held: readonly Role[], datum: Datum, ...ways: readonly Sight[]): boolean =>
  held.some((role) => role !== 'family-proxy' && ways.includes(sightOf(role, datum)))

/** For so long after its end an activity is still being worked on: lists are written up, ratings come in. */
const afterwards = 7 * 24 * 60 * 60 * 1000

/** Whether an activity is still being worked on: ahead, on, or over for some days. */
export const isWorkedOn = (endsAt: number, now: number): boolean => now < endsAt + afterwards

/** Whether people's names on an activity's list stand in full: for some roles always, for others while it is on. */
export const seesNames = (held: readonly Role[], endsAt: number, now: number): boolean =>
  isWorkedOn(endsAt, now) || sees(held, 'nickname', 'full')

/** "138****5678": the first three and the last four digits. */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** "3** 室": the floor, as far as the first figure of the room's own number says it. */
export function maskedRoom(room: string): string {
  const number = room.match(/\d+/g)?.at(-1)
  return `${number?.[0] ?? ''}** 室`
}

/** "陈*": the first character. */
export const maskedName = (name: string): string => `${[...name][0] ?? ''}*`
