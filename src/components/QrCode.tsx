import { View } from '@tarojs/components'
import { encode } from 'uqr'
import { spokenAs } from './press'
import './QrCode.css'

/** White modules around the code, without which readers do not find it (ISO/IEC 18004). */
const border = 4

/**
 * A text as a QR code, in black on white whatever the colours of the screen: readers want the contrast. Drawn as one
 * picture, so that it costs a single element and is sharp at any size.
 */
export function QrCode({ text, words }: { text: string; words: string }) {
  return (
    <View className='qr' aria-label={words} {...spokenAs('img')}>
      <View className='qr-picture' style={{ backgroundImage: `url("${qrPicture(text)}")` }} />
    </View>
  )
}

/** The picture's address: an SVG in itself. */
function qrPicture(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border })
  const dark = data.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dark.join('')}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** Where dark modules begin in a row, and how many follow each other. */
function runs(row: readonly boolean[]): [from: number, length: number][] {
  const found: [number, number][] = []
  row.forEach((dark, x) => {
    const last = found.at(-1)
    if (!dark) return
    if (last && last[0] + last[1] === x) last[1] += 1
    else found.push([x, 1])
  })
  return found
}
