import { desk, end, link, remove } from './desk'
import { join, leave } from './join'
import { list, mine, open } from './own'
import { save } from './save'

export const procedures = { list, open, mine, join, leave, desk, save, remove, end, link }
