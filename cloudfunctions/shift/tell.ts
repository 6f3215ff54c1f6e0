import { type Owed, owedBy } from '../../src/domain/message'
import type { Notice } from '../../src/domain/notice'
import { seats } from '../../src/domain/seats'
import type { Shift } from '../../src/domain/shift'
import type { ShiftNotice } from '../../src/domain/volunteer-notice'
import { joinOf, undoOf } from '../activity/seat'
import { _, type Database } from '../runtime/database'
import { notify } from '../runtime/inbox'
import { freeEveryone } from './calendar'
import { keepUntold } from './untold'

/** What of a roster's log is told of a shift; what someone did themselves they know from the screen. */
const kinds: Partial<Record<Owed['kind'], ShiftNotice>> = {
  promoted: 'shift-seated',
  offered: 'shift-offered',
  lapsed: 'shift-lapsed',
  removed: 'shift-removed',
  cancelled: 'shift-cancelled',
}

/** The move by which a seat is handed on: its new holder took it themselves. */
const isSwap = ({ cause }: Owed): boolean => cause.endsWith('.swap')

/** Of whom staff put on it: with a seat, or to stand by. Not where their time was taken in the same moment. */
function putOn(shift: Shift, { kind, cause }: Owed): ShiftNotice | undefined {
  const join = joinOf(shift, cause)
  if (join?.by === undefined || join.by === join.member) return undefined
  const undo = undoOf(shift, cause)
  if (undo?.kind === 'leave' && undo.by === 'clash') return undefined
  return kind === 'seated' ? 'shift-put' : 'shift-put-standby'
}

function noticesOf(shift: Shift): Notice[] {
  return owedBy(shift, shift.told ?? 0).flatMap((owed) => {
    const kind = owed.kind === 'seated' || owed.kind === 'waiting' ? putOn(shift, owed) : kinds[owed.kind]
    if (!kind || isSwap(owed)) return []
    return [
      {
        to: owed.to,
        kind,
        noun: 'shift',
        about: shift._id,
        title: shift.title,
        cause: `${owed.cause} ${owed.party}`,
        at: owed.at,
        startsAt: shift.startsAt,
        ...(owed.reason !== undefined && owed.reason !== '' && { reason: owed.reason }),
        ...(owed.expiresAt !== undefined && { expiresAt: owed.expiresAt }),
      },
    ]
  })
}

/**
 * Sees to it that who came onto a shift has their time kept, tells what its log owes, each entry once, then writes down
 * how far was told; cut short it begins again.
 */
export async function tellShift(db: Database, untold: Shift, now: number): Promise<void> {
  const shift = await keepUntold(db, untold, now)
  // Who came onto it in the moment in which it was cancelled has the time back, too.
  if (shift.state === 'cancelled') await freeEveryone(db, shift._id)
  await notify(db, shift.centre, noticesOf(shift))
  await db.shifts.findAndChange(
    { _id: shift._id, events: _.size(shift.events.length) },
    { told: shift.events.length, toTell: false },
  )
}

/** The day before: whoever has a seat is reminded, once. */
export async function remind(db: Database, shift: Shift, now: number): Promise<void> {
  const seated = seats(shift, now).parties.filter(({ state }) => state === 'seated')
  const { _id: about, title, startsAt } = shift
  await notify(
    db,
    shift.centre,
    seated.map(({ member }) => ({
      to: member,
      kind: 'shift-reminder',
      noun: 'shift',
      about,
      title,
      cause: 'reminder',
      at: now,
      startsAt,
    })),
  )
  await db.shifts.findAndChange({ _id: about, startsAt }, { remindedFor: startsAt })
}
