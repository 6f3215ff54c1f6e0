/** What people usually say of an appointment: it tells nothing of anyone, however little of it is a need. */
const plain = [
  '这几天没空',
  '这次来不了',
  '来不了',
  '没空',
  '不会做这个',
  '身体不舒服',
  '临时有事',
  '临时加班',
  '加班',
  '出差',
  '和家里人撞了时间',
  '时间不合适',
  '改一天',
  '改天',
  '改天吧',
  '换一天',
  '换个人',
  '换个时间',
  '晚点到',
  '路上堵车',
  '没办好',
  '没修好',
  '还是漏',
  '人没来',
  '态度不好',
  '自己解决了',
  '点错了',
  '不用了',
  '再去一次',
  '问清楚了',
  '修得好',
  '办得好',
  '谢谢',
]

/** Whether every part of a text is one of those. */
export const isPlain = (text: string): boolean =>
  text
    .split(/[\s，。、,.!！?？；;～~]+/)
    .filter((part) => part !== '')
    .every((part) => plain.includes(part))
