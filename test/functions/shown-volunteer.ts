import type { Role } from '../../src/domain/role'

/** Who works with a shift's list; a captain and an operator with those of their own team or organisation. */
const list: readonly Role[] = ['social-worker', 'committee-member', 'operator', 'volunteer-captain']
/** Who looks after volunteers, some of whom are under 18. */
const asks: readonly Role[] = ['social-worker', 'committee-member']

/** What the procedures of volunteers and shifts show of others, and to whom. */
export const volunteerShown: Record<string, { minor?: readonly Role[] }> = {
  'volunteer.mine': {},
  'volunteer.register': {},
  'volunteer.update': {},
  'volunteer.step': {},
  'volunteer.addQualification': {},
  'volunteer.removeQualification': {},
  'volunteer.list': { minor: asks },
  'volunteer.person': { minor: asks },
  'volunteer.decide': { minor: asks },
  'volunteer.judgeQualification': { minor: asks },
  'volunteer.saveTeam': { minor: asks },
  'volunteer.care': { minor: asks },
  'shift.week': {},
  'shift.open': {},
  'shift.signUp': {},
  'shift.leave': {},
  'shift.take': {},
  'shift.handOn': {},
  'shift.keepSeat': {},
  'shift.takeOver': {},
  'shift.plan': {},
  'shift.endDuty': {},
  'shift.board': { minor: list },
  'shift.setCount': { minor: list },
  'shift.cancel': {},
  'shift.atRisk': { minor: list },
  'shift.ask': {},
  'shift.could': { minor: list },
  'shift.putOn': { minor: list },
  'shift.takeOff': { minor: list },
  'shift.setRest': {},
}
