/** The words of the strip that a local build carries, for whoever tries things out. */
export const demoWords = {
  strip: (name: string) => `演示：正在以 ${name} 的身份使用`,
  stranger: '新来的访客',
  strangerNote: '谁也不认识的一个人，从头开始',
  change: '换人',
  title: '演示：换成谁？',
}
