import type { DeskTimetable } from '../../src/domain/booking-page'
import { Refused } from '../../src/domain/refusal'
import { saveTimetableInput, type Timetable } from '../../src/domain/timetable'
import { isPrivate } from '../activity/catalogue'
import { checkWords } from '../activity/words'
import { _ } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { deskTimetable } from './desk'

/**
 * Opens a series of slots, or changes one: days that somebody booked already stay as they were promised. Who saved in
 * between is not written over. Whether who comes is private follows from the menu, and nobody can say otherwise.
 */
export const saveTimetable = procedure({
  needs: 'approve-room',
  input: saveTimetableInput,
  run: async (call, { intent, timetable: id, version, open, ...told }): Promise<DeskTimetable> => {
    const { db, centre } = call
    await checkWords(call, {}, told.title, told.place, told.note, told.provider)
    const state: Timetable['state'] = open ? 'open' : 'closed'
    const fields = { ...told, weekdays: [...new Set(told.weekdays)], private: isPrivate(told.item), state }
    if (version === 0) {
      const made: Timetable = {
        _id: id,
        centre: centre._id,
        ...fields,
        organisation: null,
        team: null,
        off: [],
        version: 1,
        saved: intent,
      }
      if ((await db.timetables.insert(made)) === 'inserted') return deskTimetable(made)
    }
    const changed = await db.timetables.findAndChange(
      { _id: id, version, saved: _.neq(intent), kind: told.kind },
      { ...fields, version: _.inc(1), saved: intent },
    )
    const current = changed ?? (await db.timetables.get(id))
    if (!current) throw new Refused({ reason: 'not-found' })
    if (current.saved !== intent) throw new Refused({ reason: 'changed-meanwhile' })
    return deskTimetable(current)
  },
})
