import { add, find } from './add'
import { board } from './board'
import { catalogue } from './catalogue'
import { cancel, changeTime, notify } from './change'
import { cover, covers, judgeCover, setCover } from './cover'
import { ask, discard, draft, places, saveDraft } from './draft'
import { leave, take } from './leave'
import { list } from './list'
import { mine, open } from './open'
import { past } from './past'
import { amend, publish } from './publish'
import { signUp } from './sign-up'
import { move, remove, roster, setCapacity } from './staff'

export const procedures = {
  list,
  open,
  mine,
  past,
  signUp,
  leave,
  take,
  roster,
  setCapacity,
  move,
  remove,
  find,
  add,
  changeTime,
  cancel,
  notify,
  board,
  draft,
  saveDraft,
  ask,
  discard,
  publish,
  amend,
  catalogue,
  places,
  cover,
  setCover,
  covers,
  judgeCover,
}
