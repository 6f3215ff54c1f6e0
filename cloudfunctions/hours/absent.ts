import { absentInput, clockHours } from '../../src/domain/hours'
import { Refused } from '../../src/domain/refusal'
import { seats } from '../../src/domain/seats'
import { _ } from '../runtime/database'
import { demand, procedure } from '../runtime/procedure'
import { isSeated } from './clock'
import { serviceId } from './service'
import { shiftOf } from './shift'

/**
 * Staff say, once the clock is closed, that who had a seat did not come: they are off the list of whom nothing is on
 * record. Nobody is judged by it, and whoever came after all may still be written down. What is kept is their party's
 * id, in which there is nobody's name.
 */
export const absent = procedure({
  needs: 'manage-shift',
  input: absentInput,
  run: async (call, { shift: id, person }): Promise<null> => {
    const { db, now, self, centre } = call
    const { shift, belonging } = await shiftOf(call, id)
    demand(call, 'manage-shift', belonging)
    if (person === self) throw new Refused({ reason: 'hours-own' })
    const { until } = clockHours(shift)
    if (now < until) throw new Refused({ reason: 'hours-clock-runs', until })
    const party = seats(shift, now).parties.find((each) => each.member === person && isSeated(each))
    if (!party) throw new Refused({ reason: 'not-seated' })
    if (await db.services.get(serviceId(centre._id, person, { source: 'shift', about: id })))
      throw new Refused({ reason: 'hours-on-record' })
    await db.shifts.change({ _id: id, absent: _.nin([party.id]) }, { absent: _.push([party.id]) })
    return null
  },
})
