/** What is asked where a door or a phone is said later, or otherwise. */
export const whereWords = (elder: boolean) => ({
  title: elder ? '住处和电话' : '补上或改住处、电话',
  crisisTitle: '社工打哪个电话？',
  crisisLead: elder
    ? '社工已经在找您了。留个电话，更快。'
    : '社工已经收到，正在找您。留个电话和门牌，找得更快；不留也会来找。',
  crisisWhere: '您在哪儿？',
  now: (building: string | null, room: boolean) =>
    `现在记的是：${[building ?? '没说哪一栋', room ? '门牌有了（加密）' : '没说门牌'].join('，')}。不改的不用动。`,
  phone: '电话',
  phoneHint: '手机或座机',
  phoneWrong: '号码好像不对，看一看',
  phoneThere: '已经留过电话；要换就写新的。',
  kept: (masked: string) => `用我留着的 ${masked}`,
  phoneNote: elder ? '只有社工看得到。' : '电话只有社工看得到，看一次记一次。',
  reason: '为什么替他改？他看得到',
  reasons: ['他打电话来说的', '上门时问的', '家人来说的'],
  do: elder ? '就这样' : '记下来',
  crisisDo: '用这个找我',
  skip: '先不留',
  leave: '留个电话，社工好找您',
})
