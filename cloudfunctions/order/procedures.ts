import { about } from './about'
import { address, phone } from './address'
import {
  cancel,
  complain,
  confirm,
  decline,
  end,
  handOn,
  move,
  partnerMissed,
  providerMissed,
  rate,
  report,
  residentMissed,
  restore,
  schedule,
  send,
  start,
  take,
} from './deeds'
import { providers } from './choices'
import { correct } from './correct'
import { desk, find } from './desk'
import { mine, work } from './lists'
import { open } from './page'
import { judgePhoto, setPhoto } from './photo'
import { place, placeFor } from './place'
import { waiting } from './waiting'
import { settle } from './settle'
import { assign, guide, pass, putUp, redo } from './staff'

export const procedures = {
  about,
  place,
  placeFor,
  open,
  mine,
  work,
  take,
  decline,
  handOn,
  schedule,
  send,
  move,
  start,
  end,
  residentMissed,
  partnerMissed,
  providerMissed,
  confirm,
  complain,
  rate,
  report,
  cancel,
  restore,
  desk,
  waiting,
  providers,
  find,
  pass,
  settle,
  putUp,
  assign,
  guide,
  redo,
  address,
  phone,
  correct,
  setPhoto,
  judgePhoto,
}
