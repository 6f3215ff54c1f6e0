import { codeEvery, isCurrent, type ReadCode, turnOf, writeCode } from '../../src/domain/attendance'
import { Refused } from '../../src/domain/refusal'
import { isSame, macOf } from '../runtime/secret'

const activityMac = (centre: string, activity: string, turn: number) =>
  macOf(16, 'check-in', centre, activity, String(turn))
const passMac = (centre: string, member: string, turn: number) => macOf(16, 'pass', centre, member, String(turn))
const placeMac = (centre: string, place: string) => macOf(16, 'place', centre, place)

/** The code in six digits, for whoever cannot scan. Guessing them is limited where they are taken. */
const digitsOf = (centre: string, activity: string, turn: number): string =>
  String(Buffer.from(macOf(8, 'check-in-digits', centre, activity, String(turn))).readUInt32BE() % 1_000_000).padStart(
    6,
    '0',
  )

/** The codes of an activity from now on, each with the time in which it is the one that is shown. */
export function codesOf(centre: string, activity: string, now: number, many: number) {
  const first = turnOf(now)
  return Array.from({ length: many }, (_, n) => first + n).map((turn) => ({
    text: writeCode({ kind: 'activity', activity, turn, mac: activityMac(centre, activity, turn) }),
    digits: digitsOf(centre, activity, turn),
    from: turn * codeEvery,
    until: (turn + 1) * codeEvery,
  }))
}

/** A member's own code, and until when it is good. */
export function passOf(centre: string, member: string, now: number) {
  const turn = turnOf(now)
  const text = writeCode({ kind: 'pass', member, turn, mac: passMac(centre, member, turn) })
  return { text, until: (turn + 1) * codeEvery }
}

/** The code for the door of a place. It never changes, which is why a centre has to allow it. */
export const paperOf = (centre: string, place: string): string =>
  writeCode({ kind: 'place', place, mac: placeMac(centre, place) })

/** Refuses a code of an activity that is forged, of another one, or no longer good. */
export function checkActivityCode(centre: string, activity: string, code: ReadCode, now: number): void {
  if (code.kind !== 'activity') throw new Refused({ reason: 'code-invalid' })
  if (!isSame(code.mac, activityMac(centre, code.activity, code.turn))) throw new Refused({ reason: 'code-invalid' })
  if (code.activity !== activity) throw new Refused({ reason: 'code-other-activity' })
  if (!isCurrent(code.turn, now)) throw new Refused({ reason: 'code-expired' })
}

/** Whether these are the digits that are shown, or were shown just before. */
export const areDigits = (centre: string, activity: string, digits: string, now: number): boolean =>
  [-1, 0, 1].some((ago) => isSame(digits, digitsOf(centre, activity, turnOf(now) + ago)))

/** Whose code it is; refuses one that is forged or no longer good. */
export function memberOf(centre: string, code: ReadCode, now: number): string {
  if (code.kind !== 'pass') throw new Refused({ reason: 'code-invalid' })
  if (!isSame(code.mac, passMac(centre, code.member, code.turn))) throw new Refused({ reason: 'code-invalid' })
  if (!isCurrent(code.turn, now)) throw new Refused({ reason: 'code-expired' })
  return code.member
}

/** Refuses a place's code that is forged. */
export function checkPaper(centre: string, code: ReadCode & { kind: 'place' }): string {
  if (!isSame(code.mac, placeMac(centre, code.place))) throw new Refused({ reason: 'code-invalid' })
  return code.place
}
