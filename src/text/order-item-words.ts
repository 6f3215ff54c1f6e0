import type { Guardian } from '../domain/order'

/** What is said of the item that is ordered. */
export const itemWords = (elder: boolean) => ({
  unserved: elder ? '菜单上现在没有，先问社工。' : '菜单上现在没有这一项：先给社工看，能办就安排，办不了也会回话。',
  suggested: '菜单上有，点一下就选它：',
  agreedLabel: elder ? '给孩子的，谁同意了？' : '这一项给孩子做，要监护人同意。谁同意了？',
  agreedMissing: '点一下是谁同意的',
})

/** Who of a child's guardians agreed. */
export const guardianWords: Record<Guardian, string> = {
  holder: '我是监护人，我同意',
  mother: '妈妈同意了',
  father: '爸爸同意了',
  other: '别的监护人同意了',
}

/** The same, as the desk reads it. */
export const agreedWords: Record<Guardian, string> = {
  holder: '点单的人',
  mother: '妈妈',
  father: '爸爸',
  other: '别的监护人',
}
