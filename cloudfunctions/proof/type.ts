import pieces from 'font:noto-sans-sc'

/**
 * Chinese type for a PDF. The typeface (Noto Sans SC, SIL Open Font License 1.1) comes in about a hundred pieces, each
 * with some of its characters; a line of text is set in as many runs as it needs pieces.
 */
interface Piece {
  from: number
  until: number
  index: number
}

const spans: Piece[] = pieces
  .flatMap(({ range }, index) =>
    range.split(',').map((part) => {
      const [from = 0, until = from] = part
        .trim()
        .replace(/^U\+/i, '')
        .split('-')
        .map((digits) => Number.parseInt(digits, 16))
      return { from, until, index }
    }),
  )
  .sort((a, b) => a.from - b.from)

const pieceOf = (character: string): number | undefined => {
  const point = character.codePointAt(0) ?? 0
  return spans.find(({ from, until }) => from <= point && point <= until)?.index
}

/** The bytes of a piece, as a WOFF file. */
export const pieceData = (index: number): Buffer => Buffer.from(pieces[index]?.data ?? '', 'base64')

/** A text in runs, each of one piece. A character that the typeface does not have is set as "□". */
export function runsOf(text: string): { text: string; piece: number }[] {
  const runs: { text: string; piece: number }[] = []
  for (const character of text) {
    const known = pieceOf(character)
    const [shown, piece] = known === undefined ? ['□', pieceOf('□') ?? 0] : [character, known]
    const last = runs.at(-1)
    if (last?.piece === piece) last.text += shown
    else runs.push({ text: shown, piece })
  }
  return runs
}
