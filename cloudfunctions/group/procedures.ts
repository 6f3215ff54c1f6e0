import { desk, end, link, remove, save } from './desk'
import { join, leave } from './join'
import { list, mine, open } from './own'

export const procedures = { list, open, mine, join, leave, desk, save, remove, end, link }
