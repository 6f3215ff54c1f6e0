/** A typeface in pieces, each with the characters that it has ("U+4e00-4e05,…"); made when the function is bundled. */
declare module 'font:noto-sans-sc' {
  const pieces: readonly { range: string; data: string }[]
  export default pieces
}
