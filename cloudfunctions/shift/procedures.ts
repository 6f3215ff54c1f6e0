import { board, cancel, setCount } from './board'
import { leave, take } from './leave'
import { open } from './open'
import { endDuty, plan } from './plan'
import { ask, atRisk } from './risk'
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
}
