import { day, hour } from '../../src/domain/day'
import { type Duty, madeAhead, type Shift, standbyRules } from '../../src/domain/shift'
import type { Tick } from '../runtime/procedure'
import { inTurn } from '../runtime/turn'
import { make } from './plan'
import { toldAt } from './seat'
import { remind, tellShift } from './tell'

/** The most of each kind that one sweep takes on; the next one goes on. */
const most = 60
/** The shifts of so many that begin soon are looked at: more than a day of a large centre. */
const mostNear = 400

/** What time alone brings: offers lapse, logs are told, tomorrow's people reminded, the coming weeks' shifts made. */
export async function sweep({ now, db, requestId }: Tick): Promise<void> {
  const [near, untold, unreminded, short] = await Promise.all([
    db.shifts.aggregate<Shift>({ state: 'open', startsAt: { $gt: now, $lt: now + standbyRules.offersBefore } }, [
      { $limit: mostNear },
    ]),
    db.shifts.aggregate<Shift>({ toTell: true }, [{ $limit: most }]),
    db.shifts.aggregate<Shift>({ state: 'open', startsAt: { $gt: now + hour, $lte: now + day } }, [
      { $match: { remindedFor: { $exists: false } } },
      { $limit: most },
    ]),
    db.duties.aggregate<Duty>({ state: 'open', madeUntil: { $lt: now + madeAhead - day } }, [{ $limit: most }]),
  ])
  const steps = [
    () => inTurn(near, (shift) => toldAt(db, shift, now, requestId)),
    () => inTurn(untold, (shift) => tellShift(db, shift)),
    () => inTurn(unreminded, (shift) => remind(db, shift, now)),
    () => inTurn(short, (duty) => make(db, duty, now)),
  ]
  await inTurn(steps, (step) => step())
}
