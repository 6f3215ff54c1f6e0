import { book, cancel } from './book'
import { bookFor } from './guest'
import { closeDay, openDay } from './close'
import { decide, desk, mark } from './desk'
import { list, mine, open } from './own'
import { saveTimetable } from './timetable'

export const procedures = {
  list,
  open,
  mine,
  book,
  bookFor,
  cancel,
  desk,
  decide,
  mark,
  closeDay,
  openDay,
  saveTimetable,
}
