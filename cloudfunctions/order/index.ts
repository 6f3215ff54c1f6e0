import { serve } from '../runtime/serve'
import { chase } from './chase'
import { procedures } from './procedures'

export const main = serve(procedures, { chase })
