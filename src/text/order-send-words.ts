/** Where an organisation says whom it sends. */
export const sendWords = (elder: boolean) => ({
  title: '谁去？',
  note: elder ? '写名字，点单的人看得到。' : '写怎么称呼就行，像“王师傅”。点单的人看得到，开门前先问名字。',
  one: (nth: number, need: number) => `第${'一二三四'[nth]}位${nth < need ? '' : '（不写也行）'}`,
  short: '写上怎么称呼',
  only: '只写怎么称呼，一格一位',
  same: '两位写得一样，写清楚是谁',
  do: '就这样',
  /** Why it cannot be begun yet. */
  first: elder ? '要两个人去。先写上是谁。' : '要两个人一起去。先写上是哪两位，到了门口才能点“到了”。',
})
