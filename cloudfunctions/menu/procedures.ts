import { compose, stock } from './compose'
import { item } from './item'
import { glance, open } from './open'
import { search } from './search'
import { dropEntry, pause, publish, setEntry, setMinimum } from './set'

export const procedures = {
  open,
  glance,
  item,
  search,
  compose,
  stock,
  setEntry,
  dropEntry,
  pause,
  publish,
  setMinimum,
}
