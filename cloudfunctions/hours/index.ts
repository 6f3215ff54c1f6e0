import { serve } from '../runtime/serve'
import { procedures } from './procedures'
import { settle } from './settle'

export const main = serve(procedures, { settle })
