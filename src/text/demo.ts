/** The words of the strip that a local build carries, for whoever tries things out. */
export const demoWords = {
  strip: (name: string) => `演示：正在以 ${name} 的身份使用`,
  stranger: '扫码进来的陌生人',
  strangerNote: '每选一次换一个新人：看没来过的人第一眼看到什么',
  change: '换人',
  title: '演示：换成谁？',
}
