import { open, summary } from './open'
import { edit, rate, withdraw } from './rate'
import { board, contact, decide, follow, queue, reply } from './staff'

export const procedures = { open, rate, edit, withdraw, summary, reply, board, queue, decide, follow, contact }
