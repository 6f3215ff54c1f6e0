import { serve } from '../runtime/serve'
import { procedures } from './procedures'
import { tell } from './tell'

export const main = serve(procedures, { tell })
