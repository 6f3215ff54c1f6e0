import { serve } from '../runtime/serve'
import { procedures } from './procedures'

export const main = serve(procedures)
