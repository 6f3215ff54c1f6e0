import { day, hour } from '../../src/domain/day'
import { type Duty, madeAhead, type Shift, standbyRules } from '../../src/domain/shift'
import { type Database, databaseOf } from '../runtime/database'
import type { Tick } from '../runtime/procedure'
import { inTurn } from '../runtime/turn'
import { make } from './plan'
import { toldAt } from './seat'
import { remind, tellShift } from './tell'

/** The most of each kind that one sweep takes on; the next one goes on. */
const most = 60
/** So many of those that begin soon are read at once; all of them are looked at. */
const page = 200

/** What time alone brings: offers lapse, logs are told, tomorrow's people reminded, the coming weeks' shifts made. */
export async function sweep({ now, db, requestId }: Tick): Promise<void> {
  const [untold, unreminded, short] = await Promise.all([
    db.shifts.aggregate<Shift>({ toTell: true }, [{ $limit: most }]),
    db.shifts.aggregate<Shift>({ state: 'open', startsAt: { $gt: now + hour, $lte: now + day } }, [
      { $match: { remindedFor: { $exists: false } } },
      { $limit: most },
    ]),
    db.duties.aggregate<Duty>({ state: 'open', madeUntil: { $lt: now + madeAhead - day } }, [{ $limit: most }]),
  ])
  const steps = [
    () => inTurn(nearOf(db, now), (shift) => toldAt(db, shift, now, requestId)),
    () => inTurn(untold, (shift) => tellShift(databaseOf(shift.centre), shift, now)),
    () => inTurn(unreminded, (shift) => remind(db, shift, now)),
    () => inTurn(short, (duty) => make(db, duty, now)),
  ]
  await inTurn(steps, (step) => step())
}

/** Every shift that begins so soon that a freed seat is offered, in the order of their ids. */
async function* nearOf(db: Database, now: number): AsyncGenerator<Shift> {
  const near = { state: 'open', startsAt: { $gt: now, $lt: now + standbyRules.offersBefore } }
  let found: Shift[] = []
  do {
    const after = found.at(-1)?._id ?? ''
    found = await db.shifts.aggregate<Shift>({ ...near, _id: { $gt: after } }, [
      { $sort: { _id: 1 } },
      { $limit: page },
    ])
    yield* found
  } while (found.length === page)
}
