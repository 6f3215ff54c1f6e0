import { absent } from './absent'
import { attend, checkIn, checkOut, code } from './clock'
import { appeal, confirm, correct, uphold } from './decide'
import { enter, missed } from './late'
import { mine, service } from './own'
import { queue, sums } from './queue'
import { award, record, revoke } from './record'

export const procedures = {
  code,
  checkIn,
  checkOut,
  attend,
  enter,
  missed,
  absent,
  confirm,
  appeal,
  correct,
  uphold,
  mine,
  service,
  queue,
  sums,
  record,
  award,
  revoke,
}
