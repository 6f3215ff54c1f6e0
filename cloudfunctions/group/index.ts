import { serve } from '../runtime/serve'
import { procedures } from './procedures'
import { groups } from './sweep'

export const main = serve(procedures, { groups })
