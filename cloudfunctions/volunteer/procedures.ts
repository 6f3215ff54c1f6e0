import { care } from './care'
import { addQualification, judgeQualification, removeQualification } from './document'
import { mine } from './mine'
import { register, step, update } from './register'
import { list, person, decide } from './staff'
import { saveTeam } from './team'

export const procedures = {
  mine,
  register,
  update,
  step,
  addQualification,
  removeQualification,
  list,
  person,
  decide,
  judgeQualification,
  saveTeam,
  care,
}
