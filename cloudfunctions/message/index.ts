import { serve } from '../runtime/serve'
import { procedures } from './procedures'
import { tell } from './tell'
import { pictureVerdict } from './verdict'

export const main = serve(procedures, { tell }, { wxa_media_check: pictureVerdict })
