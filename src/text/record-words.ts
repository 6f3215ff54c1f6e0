import type { Feedback } from '../domain/record'
import { minutesWords } from './hours-time'
import { counted } from './spacing'

/** A volunteer's own record. */
export const recordWords = (elder: boolean) => ({
  title: elder ? '我的记录' : '义工记录',
  lead: elder ? '只有您自己看得到。' : '按志愿服务记录办法记的，只有您自己看得到。',
  name: '称呼',
  state: '现在',
  since: '从哪天起',
  skills: '会什么',
  languages: '会说',
  total: '服务时间',
  sum: '一共',
  times: (services: number, minutes: number) => `${counted(services, '次')}，${minutesWords(minutes)}`,
  minutes: minutesWords,
  along: '带着孩子一起',
  alongTimes: (services: number) => counted(services, '次'),
  trainings: '培训',
  noTrainings: '还没有培训记录。社工会约您。',
  awards: '荣誉',
  noAwards: '还没有记上的荣誉。',
  feedback: '对方怎么说',
  noFeedback: '还没有人点过头。',
  notVolunteer: '还没有登记做义工。登记以后，培训和荣誉也记在这里。',
  register: '登记做义工',
  proof: '开一张服务证明',
  proofNote: '免费，马上就好，可以打印',
})

/** What the other side said, in plain numbers: no score, and nobody's name. */
export const feedbackWords = ({ staff, served, corrected }: Feedback): string[] => [
  ...(served > 0 ? [`被帮的邻居点头 ${counted(served, '次')}`] : []),
  ...(staff > 0 ? [`工作人员点头 ${counted(staff, '次')}`] : []),
  ...(corrected > 0 ? [`时间更正过 ${counted(corrected, '次')}`] : []),
]
