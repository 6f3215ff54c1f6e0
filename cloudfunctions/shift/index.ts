import { serve } from '../runtime/serve'
import { procedures } from './procedures'
import { sweep } from './sweep'

export const main = serve(procedures, { 'shift-sweep': sweep })
