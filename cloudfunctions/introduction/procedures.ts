import { agree, ask } from './ask'
import { open } from './open'
import { gave } from './gave'
import { feedback, step } from './step'

export const procedures = { ask, agree, open, step, gave, feedback }
