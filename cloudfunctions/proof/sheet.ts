import Pdf from 'pdfkit'
import { encode } from 'uqr'
import { pieceData, runsOf } from './type'

/** A sheet of A4 with Chinese text on it, in points from its upper left corner. */
export class Sheet {
  /** A4, ISO 216, in points. */
  static readonly width = 595.28
  static readonly height = 841.89
  private readonly document: PDFKit.PDFDocument
  private readonly parts: Buffer[] = []
  private readonly known = new Set<number>()

  constructor(title: string, at: number) {
    // The library sets its own Latin type first, which would have to be shipped; there is none until ours is asked for.
    const font = null as unknown as string
    const info = { Title: title, CreationDate: new Date(at), Producer: 'linli', Creator: 'linli' }
    this.document = new Pdf({ font, size: 'A4', margin: 0, info, lang: 'zh-CN' })
    this.document.on('data', (part: Buffer) => this.parts.push(part))
  }

  /** Sets one line; answers its width. `align` says what of it stands at `x`. */
  text(text: string, x: number, y: number, size: number, align: 'left' | 'center' | 'right' = 'left'): number {
    const runs = runsOf(text).map((run) => ({ ...run, width: this.widthOf(run, size) }))
    const width = runs.reduce((sum, run) => sum + run.width, 0)
    let at = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
    for (const run of runs) {
      this.use(run.piece, size).text(run.text, at, y, { lineBreak: false })
      at += run.width
    }
    return width
  }

  /** Sets text in lines no wider than `width`, broken between any two characters; answers where the next line begins. */
  paragraph(text: string, x: number, y: number, size: number, width: number): number {
    const height = size * 1.7
    let line = ''
    let at = y
    for (const character of text) {
      const longer = line + character
      // A stop does not begin a line.
      if (this.measure(longer, size) > width && !/[，。、；：）》”]/.test(character)) {
        this.text(line, x, at, size)
        at += height
        line = character
      } else line = longer
    }
    if (line) this.text(line, x, at, size)
    return at + height
  }

  rule(x: number, y: number, width: number, colour = '#2A2520'): void {
    this.document
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.6)
      .stroke(colour)
  }

  /** A QR code of this text, so wide. */
  code(text: string, x: number, y: number, width: number): void {
    const { data, size } = encode(text, { ecc: 'M', border: 2 })
    const side = width / size
    for (const [row, cells] of data.entries())
      for (const [column, dark] of cells.entries())
        if (dark) this.document.rect(x + column * side, y + row * side, side + 0.05, side + 0.05)
    this.document.fill('#000000')
  }

  /** The whole sheet as a PDF file. */
  async file(): Promise<Buffer> {
    const ended = new Promise((resolve) => this.document.on('end', resolve))
    this.document.end()
    await ended
    return Buffer.concat(this.parts)
  }

  private measure(text: string, size: number): number {
    return runsOf(text).reduce((sum, run) => sum + this.widthOf(run, size), 0)
  }

  private widthOf({ text, piece }: { text: string; piece: number }, size: number): number {
    return this.use(piece, size).widthOfString(text)
  }

  private use(piece: number, size: number): PDFKit.PDFDocument {
    const name = `piece-${piece}`
    if (!this.known.has(piece)) {
      this.document.registerFont(name, pieceData(piece))
      this.known.add(piece)
    }
    return this.document.font(name).fontSize(size).fillColor('#2A2520')
  }
}
