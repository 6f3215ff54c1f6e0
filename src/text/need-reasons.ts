import type { Reason } from '../domain/matching'
import type { Obstacle } from '../domain/matching/hard-facts'
import type { MeetingPlace, Wish } from '../domain/matching/posting'
import { nbsp } from './spacing'
import { stretchWords } from './when-words'

export const placeWords: Record<MeetingPlace, string> = {
  home: '上门',
  centre: '在中心',
  outdoor: '在外面',
  online: '电话或网上',
}

const wishWords: Record<Wish, string> = {
  female_only: '是女的',
  male_only: '是男的',
  cantonese: '会讲粤语',
  free_only: '不收钱',
}

/** One thing that speaks for it. A meaning comes by its name. */
export function reasonWords(reason: Reason): string {
  switch (reason.why) {
    case 'means':
      return reason.code
    case 'words':
      return `都说到“${reason.words.join('、')}”`
    case 'times':
      return `${stretchWords(reason.stretch)} 都有空`
    case 'any-time':
      return '时间好商量'
    case 'same-building':
      return '同一栋'
    case 'wish':
      return wishWords[reason.wish]
    case 'qualified':
      return `有${reason.code}`
    case 'proven':
      return '这样帮成过'
  }
}

/** "会修水管 · 周六 9:00–12:00 都有空 · 同一栋". */
export const reasonsWords = (reasons: readonly Reason[]): string => reasons.map(reasonWords).join(`${nbsp}· `)

/** Why something did not fit, to whom it would have helped. */
export const obstacleWords: Record<Obstacle, string> = {
  'other-time': '时间对不上',
  'other-place': '地方对不上',
  'other-audience': '他帮的是别的年纪',
  'wish-not-stated': '没说符合您的要求',
  costs: '要收费',
  'not-qualified': '这事要有证，还没核过',
  full: '他手上满了',
  own: '是您自己的',
  declined: '上次没约成',
  'other-thing': '差一点，是别的事',
}
