import { serve } from '../runtime/serve'
import { forget } from './erase'
import { procedures } from './procedures'

export const main = serve(procedures, { forget })
