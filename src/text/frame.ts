/** The words of the frame around every screen. */
export const frame = (elder: boolean) => ({
  /** What the switch for large type would do. */
  size: elder ? '标准字' : '大字',
  sizeLabel: elder ? '换回标准字' : '换成大字',
  displayLabel: '字号和颜色',
  sizeChoice: '字号',
  sizes: { standard: '标准', large: '大', largest: '特大' },
  schemeChoice: '颜色',
  schemes: { auto: '跟手机', light: '浅色', dark: '深色' },
  tabs: { home: '圆桌', activity: '活动', member: '我的' },
  backFrom: (title: string) => `返回，现在在“${title}”`,
  close: '关上',
  share: '分享',
  copied: '链接抄好了',
  loading: elder ? '正在打开，请等一下' : '正在打开',
})

/** Said above what is shown from memory, while there is no network. */
export const keptSince = (clock: string): string => `没有网，这是 ${clock} 看到的`

/** Asked once a newer version was fetched. */
export const newVersion = {
  title: '有新版本',
  content: '已经下载好了，重新打开就能用。',
  confirmText: '重新打开',
  cancelText: '等一下',
}
