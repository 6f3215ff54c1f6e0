import { serve } from '../runtime/serve'
import { procedures } from './procedures'
import { giveBackUnused } from './sweep'

export const main = serve(procedures, { 'give-back': giveBackUnused })
