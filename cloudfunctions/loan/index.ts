import { serve } from '../runtime/serve'
import { procedures } from './procedures'
import { lendings } from './sweep'

export const main = serve(procedures, { lendings })
