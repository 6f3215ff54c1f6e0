import { board, cancel, setCount } from './board'
import { leave, take } from './leave'
import { open } from './open'
import { endDuty, plan } from './plan'
import { putOn, takeOffParty } from './put'
import { setRest } from './rest'
import { ask, atRisk, could } from './risk'
import { signUp } from './sign-up'
import { handOn, keepSeat, takeOver } from './swap'
import { week } from './week'

export const procedures = {
  week,
  open,
  signUp,
  leave,
  take,
  handOn,
  keepSeat,
  takeOver,
  plan,
  endDuty,
  board,
  setCount,
  cancel,
  atRisk,
  ask,
  could,
  putOn,
  takeOff: takeOffParty,
  setRest,
}
