import { leave, take } from './leave'
import { list } from './list'
import { mine, open } from './open'
import { signUp } from './sign-up'
import { move, remove, roster, setCapacity } from './staff'

export const procedures = { list, open, mine, signUp, leave, take, roster, setCapacity, move, remove }
