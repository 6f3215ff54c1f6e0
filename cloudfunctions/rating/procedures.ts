import { open, summary } from './open'
import { rate } from './rate'
import { edit, withdraw } from './change'
import { board, contact, decide, follow, queue, reply } from './staff'

export const procedures = { open, rate, edit, withdraw, summary, reply, board, queue, decide, follow, contact }
