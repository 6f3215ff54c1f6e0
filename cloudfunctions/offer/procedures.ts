import { open } from './open'
import { post } from './post'
import { decide, turn } from './turn'

export const procedures = { post, open, turn, decide }
