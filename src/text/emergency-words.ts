import type { EmergencyNumber } from '../domain/emergency-call'

/** Whom one reaches under a number. */
const reached: Record<EmergencyNumber, string> = {
  '110': '报警',
  '119': '火警、抢险',
  '120': '急救',
  '96110': '反诈',
  '12356': '心理援助热线',
  '12338': '妇女热线',
}

/** "急救 120". */
export const callWords = (number: EmergencyNumber): string => `${reached[number]} ${number}`

/** "打 120"; of a number that not everybody knows by heart, whose it is. */
export const dialWords = (number: string): string => {
  const named = number === '12356' || number === '12338' ? `，${reached[number]}` : ''
  return `打 ${number}${named}`
}

/** "打 120" on a button that says below whom one reaches. */
export const numberWords = (number: string): string => `打 ${number}`

export const reachedWords = (number: string): string => reached[number as EmergencyNumber] ?? ''
