import { phraseFinder } from './phrases'

/**
 * The families of words in a text, each as one mark: words that stand for nearly the same in daily life share a family,
 * so that 冰箱罢工 and 雪柜坏了 have something in common.
 */
export function families(alike: readonly string[][], plain: (text: string) => string): (text: string) => string[] {
  const find = phraseFinder(alike.flatMap((words, at) => words.map((word) => [plain(word), `#${at}`] as const)))
  return (text) => [...new Set([...find(text)].map(({ known }) => known))]
}
