import { encode } from 'uqr'

/** What both the browser's and WeChat's canvas can do, as far as it is used here. */
export interface Pen {
  fillStyle: unknown
  font: string
  textAlign: unknown
  textBaseline: unknown
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { width: number }
  drawImage(image: never, x: number, y: number, width: number, height: number): void
}

/** What a poster says. */
export interface Poster {
  kicker: string
  title: string
  lines: readonly string[]
  scan: string
  help: string
  /** What the code leads to. */
  link: string
}

/** A4 at 150 dots an inch, in dots. */
export const posterSize = { width: 1240, height: 1754 } as const

const margin = 110
const colours = {
  paper: '#fbf7ef',
  ink: '#2a2520',
  soft: '#6b6156',
  red: '#b23a26',
  white: '#ffffff',
  black: '#000000',
}
const letters = (size: number, weight = 400) =>
  `${weight} ${size}px "PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif`

/** Marks that do not begin a line. */
const clinging = '，。：；！？、）》”’·…'

/** Breaks a text into lines of at most `width`, anywhere between Chinese letters but before a mark. */
export function wrapped(pen: Pick<Pen, 'measureText'>, text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const letter of text) {
    if (line !== '' && pen.measureText(line + letter).width > width && !clinging.includes(letter)) {
      lines.push(line.trimEnd())
      line = letter === ' ' ? '' : letter
    } else line += letter
  }
  return line.trim() === '' ? lines : [...lines, line]
}

/** Draws a poster: what, when, where, and the code that leads there; WeChat's own picture of it, where there is one. */
export function drawPoster(pen: Pen, poster: Poster, code: unknown): void {
  const { width, height } = posterSize
  const inner = width - 2 * margin
  pen.fillStyle = colours.paper
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = colours.red
  pen.fillRect(0, 0, width, 36)
  pen.textAlign = 'left'
  pen.textBaseline = 'top'
  let y = 130
  const write = (text: string, size: number, weight: number, colour: string, most: number) => {
    pen.font = letters(size, weight)
    pen.fillStyle = colour
    for (const line of wrapped(pen, text, inner).slice(0, most)) {
      pen.fillText(line, margin, y)
      y += size * 1.35
    }
  }
  write(poster.kicker, 46, 500, colours.red, 1)
  y += 20
  write(poster.title, 104, 700, colours.ink, 3)
  y += 40
  for (const line of poster.lines) {
    write(line, 50, 400, colours.ink, 2)
    y += 8
  }
  const side = 560
  const top = height - side - 230
  if (code) {
    pen.fillStyle = colours.white
    pen.fillRect((width - side) / 2, top, side, side)
    pen.drawImage(code as never, (width - side) / 2 + 20, top + 20, side - 40, side - 40)
  } else drawCode(pen, poster.link, (width - side) / 2, top, side)
  pen.textAlign = 'center'
  pen.font = letters(54, 600)
  pen.fillStyle = colours.ink
  pen.fillText(poster.scan, width / 2, height - 195)
  pen.font = letters(36)
  pen.fillStyle = colours.soft
  pen.fillText(poster.help, width / 2, height - 110)
}

/** Draws a QR code with its white border into a square. */
function drawCode(pen: Pen, text: string, x: number, y: number, side: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  // Whole dots to a module: a code with blurred edges is read worse.
  const module = Math.floor(side / size)
  const offset = Math.floor((side - module * size) / 2)
  pen.fillStyle = colours.white
  pen.fillRect(x, y, side, side)
  pen.fillStyle = colours.black
  for (const [down, row] of data.entries())
    for (const [along, dark] of row.entries())
      if (dark) pen.fillRect(x + offset + along * module, y + offset + down * module, module, module)
}
