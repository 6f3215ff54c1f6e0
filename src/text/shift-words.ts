import type { PartyState } from '../domain/roster'
import type { WhyFit } from '../domain/this-week'
import type { Training } from '../domain/volunteer'
import { skillWords } from './skill-words'
import { counted, nbsp } from './spacing'
import { shortMomentWords } from './time'
import { trainingWords, placeWords, whomWords, languageWords } from './volunteer-option-words'

/** Why something fits, as one says it. */
export function whyWords(reason: WhyFit): string {
  switch (reason.why) {
    case 'skill':
      return skillWords[reason.skill]
    case 'time':
      return '您这时有空'
    case 'agreed-time':
      return '时间可以商量'
    case 'near':
      return '就在您那栋'
    case 'place':
      return placeWords[reason.place]
    case 'with':
      return `和${whomWords[reason.whom]}一起`
    case 'language':
      return `用得上${languageWords[reason.language]}`
    case 'team':
      return '您队里的事'
    case 'short':
      return `还差${nbsp}${counted(reason.lack, '人')}`
    case 'swap':
      return '有人来不了，找人替'
    case 'unusual-time':
      return '不是您平常有空的时间'
    case 'enough':
      return '您这周已经不少了'
  }
}

/** The same, as staff read it of somebody else. */
export function whyTheyFit(reason: WhyFit): string {
  switch (reason.why) {
    case 'time':
      return '这时有空'
    case 'near':
      return '住得近'
    case 'team':
      return '本队的'
    case 'unusual-time':
      return '平常这时没空'
    case 'enough':
      return '这周已经不少了'
    default:
      return whyWords(reason)
  }
}

/** What speaks for it, and what against it. */
export const speaksAgainst = ({ why }: WhyFit): boolean => why === 'unusual-time' || why === 'enough'

export const kindWords = { shift: '班次', order: '点单', need: '邻居要的' } as const

/** How I stand on a shift. */
export function partyWords(
  party: { state: PartyState; position?: number; expiresAt?: number; handingOn: 'no' | 'named' | 'anyone' },
  now: number,
): string {
  if (party.handingOn === 'named') return '等他回话，还是您的班'
  if (party.handingOn === 'anyone') return '在找人替，还是您的班'
  switch (party.state) {
    case 'seated':
      return '算您一个'
    case 'waiting':
      return party.position === undefined ? '候补中' : `候补第${nbsp}${counted(party.position, '个')}`
    case 'offered':
      return `给您留到 ${shortMomentWords(party.expiresAt ?? now, now)}`
    case 'lapsed':
      return '留的时间过了'
    case 'held':
      return '社工会安排'
  }
}

/** How many are still needed, or that there are enough. */
export const lackWords = (lack: number, waiting: number): string =>
  lack > 0
    ? `还差${nbsp}${counted(lack, '人')}`
    : waiting > 0
      ? `够人了，候补${nbsp}${counted(waiting, '人')}`
      : '够人了'

/** What a shift asks for. */
export function needsWords(shift: {
  skills: readonly (keyof typeof skillWords)[]
  licensed: boolean
  training: readonly Training[]
}): string | null {
  const skills = shift.skills.map((skill) => (shift.licensed ? `${skillWords[skill]}（要证件）` : skillWords[skill]))
  const training = shift.training.filter((topic) => topic !== 'basics').map((topic) => `“${trainingWords[topic]}”培训`)
  const all = [...skills, ...training]
  return all.length > 0 ? `要：${all.join('、')}` : null
}

export const leaveShiftConfirm = {
  title: '要退出这一班吗？',
  text: '退了，就让给后面的人。',
  ok: '退出',
  cancel: '再想想',
} as const

/** The page of one shift. */
export const shiftFacts = {
  title: '班次',
  when: '时间',
  where: '地点',
  state: '状态',
  cancelled: '取消了',
  lack: '还差',
  standby: '候补',
} as const
