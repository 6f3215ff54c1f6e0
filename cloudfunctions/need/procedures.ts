import { solve, withdraw } from './answer'
import { mine, open, square } from './open'
import { kept, picture } from './picture'
import { post, read } from './post'
import { close, decide, queue, reply, take } from './staff'
import { answerSurvey, survey } from './survey'
import { unwant, want } from './want'

export const procedures = {
  read,
  post,
  open,
  square,
  mine,
  want,
  unwant,
  solve,
  withdraw,
  queue,
  take,
  reply,
  decide,
  close,
  picture,
  kept,
  survey,
  answerSurvey,
}
