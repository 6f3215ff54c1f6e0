import type { Contact } from '../domain/contact'

/** Asking for a phone, on the staff's side. */
export const contactWords = {
  look: '看电话',
  title: (names: string) => `${names}的电话`,
  none: '没留电话，也没留房号。',
  hidden: '打了码。要看全的，先写原因；本人会看到是谁、为什么看的。',
  phone: '电话',
  room: '房号',
  show: '写好了，看一眼',
  recorded: '这次查看已经记下，本人看得到。',
  call: '打电话',
  reasons: ['时间有变，告诉本人', '没到场，问问情况', '现场有急事'],
} as const

/** What is there of a contact, by what it is. */
export const contactLines = ({ phone, room }: Contact): { label: string; value: string }[] => [
  ...(phone ? [{ label: contactWords.phone, value: phone }] : []),
  ...(room ? [{ label: contactWords.room, value: room }] : []),
]
