/** WeChat's own compilers, as far as tests use them; either throws with line and column at what is not well formed. */
declare module 'miniprogram-compiler' {
  export function wxmlToJs(folder: string): string
  export function wxssToJs(folder: string): string
}
