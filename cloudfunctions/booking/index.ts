import { serve } from '../runtime/serve'
import { procedures } from './procedures'
import { slots } from './sweep'

export const main = serve(procedures, { slots })
