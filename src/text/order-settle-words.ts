import { counted } from './spacing'

/** The words with which staff say what it is that was asked in own words, and look for it on the menu. */
export const settleWords = {
  do: '归到菜单',
  again: '改归到别的',
  why: '这是居民自己说的一件事。先定下是哪一样，才知道派谁去、去几个人。',
  title: '这是哪一样？',
  find: '在菜单里找',
  findHint: '写一两个字，比如“理发”',
  found: '可能是：',
  none: '没找到。换个说法，或点“菜单上没有”。',
  beyond: '本中心菜单上没有',
  other: '菜单上没有',
  where: '要去家里吗？',
  home: '去家里',
  away: '不去家里',
  need: '去几个人？',
  people: (need: 1 | 2) => (need === 2 ? '两个人' : '一个人'),
  howLong: '大约多久？',
  minutes: (minutes: number) => counted(minutes, '分钟'),
  pair: '不熟的人家，两个人去稳妥。',
  save: '就这样定',
} as const
