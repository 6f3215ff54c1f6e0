import { scopesOf } from '../../src/domain/permission'
import { type RestChange, restInput } from '../../src/domain/shift-rest'
import { _, changeCentre } from '../runtime/database'
import { demand, procedure } from '../runtime/procedure'

/** So many changes are remembered. */
const remembered = 20

/**
 * How much rest the centre's volunteers are to have, from now on: shifts that are taken already stay. Whoever answers
 * for the centre towards its volunteers decides it, and everyone of the staff reads why.
 */
export const setRest = procedure({
  needs: 'approve-volunteer',
  input: restInput,
  run: async (call, { intent, dayHours, weekHours, nightHours, reason }): Promise<null> => {
    demand(call, 'approve-volunteer', {})
    const role = call.member.roles.find((each) => scopesOf([each], 'approve-volunteer').length > 0) ?? ''
    const said = { dayHours, weekHours, nightHours }
    const change: RestChange = { id: intent, at: call.now, role, reason, ...said }
    await changeCentre(
      call.centre._id,
      { 'rest.changes.id': _.nin([intent]) },
      {
        'rest.dayHours': dayHours,
        'rest.weekHours': weekHours,
        'rest.nightHours': nightHours,
        'rest.changes': _.push({ each: [change], slice: -remembered }),
      },
    )
    return null
  },
})
