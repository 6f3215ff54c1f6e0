import { lose, mended, saveThing, takeBack } from './back'
import { borrow, cancel, extend, take } from './borrow'
import { contact } from './contact'
import { desk, find, scan } from './desk'
import { handOut, lend, lendGuest } from './lend'
import { list, mine, open } from './own'

export const procedures = {
  list,
  open,
  mine,
  borrow,
  take,
  cancel,
  extend,
  desk,
  scan,
  find,
  handOut,
  lend,
  lendGuest,
  takeBack,
  lose,
  mended,
  saveThing,
  contact,
}
