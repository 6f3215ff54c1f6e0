import { type CodeSheet, readCode } from '../../src/domain/attendance'
import { clockInput, deskClockInput, type Service, shiftCodeInput } from '../../src/domain/hours'
import type { Clocked } from '../../src/domain/hours-page'
import { serviceOf } from '../../src/domain/hours-log'
import { Refused } from '../../src/domain/refusal'
import { seats } from '../../src/domain/seats'
import type { Party } from '../../src/domain/seating'
import type { Shift } from '../../src/domain/shift'
import { areDigits, checkActivityCode, codesOf } from '../attendance/codes'
import { takeTry } from '../attendance/tries'
import { demand, type MemberCall, procedure } from '../runtime/procedure'
import { begin, end, type Served, serviceId } from './service'
import { shiftOf } from './shift'

/** So many codes are handed out at once: enough for the screen to go on for a while without a network. */
const many = 12

/** The codes for a shift, for the screen that hangs or stands where one serves. */
export const code = procedure({
  needs: 'manage-shift',
  input: shiftCodeInput,
  run: async (call, { shift }): Promise<CodeSheet> => {
    const { belonging } = await shiftOf(call, shift)
    demand(call, 'manage-shift', belonging)
    return { now: call.now, codes: codesOf(call.centre._id, shift, call.now, many) }
  },
})

/** I am here. Only who has a seat on the shift can be; the code proves where they are. */
export const checkIn = procedure({
  needs: 'check-in-self',
  input: clockInput,
  run: async (call, { intent, shift, code: text }): Promise<Clocked> => {
    await prove(call, shift, text)
    const { shift: roster, about } = await shiftOf(call, shift)
    const along = alongWith(demandSeat(roster, call.self, call.now))
    return come(
      call,
      call.self,
      { ...about, ...along },
      { id: intent, at: call.now, kind: 'in', by: call.self, way: 'code' },
    )
  },
})

/** I am going. */
export const checkOut = procedure({
  needs: 'check-in-self',
  input: clockInput,
  run: async (call, { intent, shift, code: text }): Promise<Clocked> => {
    await prove(call, shift, text)
    return go(call, serviceId(call.centre._id, call.self, { source: 'shift', about: shift }), {
      id: intent,
      at: call.now,
      kind: 'out',
      by: call.self,
      way: 'code',
    })
  },
})

/** Staff write someone down by name: whoever has no telephone with them, or no battery. Nobody does so for themselves. */
export const attend = procedure({
  needs: 'manage-shift',
  input: deskClockInput,
  run: async (call, { intent, shift, person, way }): Promise<Clocked> => {
    const { shift: roster, belonging, about } = await shiftOf(call, shift)
    demand(call, 'manage-shift', belonging)
    if (person === call.self) throw new Refused({ reason: 'hours-own' })
    const event = { id: intent, at: call.now, by: call.self, way: 'name' } as const
    if (way === 'out')
      return go(call, serviceId(call.centre._id, person, { source: 'shift', about: shift }), { ...event, kind: 'out' })
    const along = alongWith(demandSeat(roster, person, call.now))
    return come(call, person, { ...about, ...along }, { ...event, kind: 'in' })
  },
})

/** The code is read, is of this shift, and is shown now; digits may be tried a few times only. */
async function prove(call: MemberCall, shift: string, text: string): Promise<void> {
  const read = readCode(text)
  if (!read) throw new Refused({ reason: 'code-invalid' })
  if (read.kind === 'pass') throw new Refused({ reason: 'code-other-person' })
  if (read.kind === 'place') throw new Refused({ reason: 'paper-not-allowed' })
  if (read.kind === 'activity') return checkActivityCode(call.centre._id, shift, read, call.now)
  await takeTry(call)
  if (!areDigits(call.centre._id, shift, read.digits, call.now)) throw new Refused({ reason: 'code-invalid' })
}

/** The party by which someone has a seat on the shift; refused where they have none. */
function demandSeat(roster: Shift, person: string, now: number): Party {
  if (roster.state === 'cancelled') throw new Refused({ reason: 'activity-cancelled' })
  const mine = seats(roster, now).parties.filter(({ people }) => people.includes(person))
  if (mine.length === 0) throw new Refused({ reason: 'not-in-activity' })
  const seated = mine.find(isSeated)
  if (!seated) throw new Refused({ reason: 'not-seated' })
  return seated
}

async function come(
  call: MemberCall,
  person: string,
  about: Served,
  event: Parameters<typeof begin>[4],
): Promise<Clocked> {
  const { service, first } = await begin(call.db, call.centre._id, person, about, event)
  if (!first) throw new Refused({ reason: 'already-checked-in', at: service.events[0]?.at ?? service.startsAt })
  return clocked(service)
}

async function go(call: MemberCall, id: string, event: Parameters<typeof end>[2]): Promise<Clocked> {
  const gone = await end(call.db, id, event)
  if (gone) return clocked(gone)
  const there = await call.db.services.get(id)
  if (!there) throw new Refused({ reason: 'hours-not-here' })
  if (there.events.some((each) => each.id === event.id)) return clocked(there)
  throw new Refused({ reason: 'hours-gone', at: serviceOf(there).until ?? there.endsAt })
}

export const isSeated = ({ state }: Pick<Party, 'state'>): boolean => state === 'seated' || state === 'offered'

/** The children who come along have no hours of their own: the record of whoever brought them says how many they were. */
export const alongWith = ({ people }: Pick<Party, 'people'>) => (people.length > 1 ? { along: people.length - 1 } : {})

function clocked(service: Service): Clocked {
  const { from, until, measured, forgotten } = serviceOf(service)
  return { service: service._id, title: service.title, from, until, measured, forgotten }
}
