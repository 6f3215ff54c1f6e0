/** The words of speaking instead of typing. */
export const speechWords = (elder: boolean) => ({
  speak: elder ? '我来说' : '用说的',
  listening: elder ? '在听，说完点一下' : '正在听，说完点一下',
  unheard: '没听清，再说一次，或者打字。',
})
