import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'

const files = join(dirname(createRequire(__filename).resolve('@fontsource/noto-sans-sc/package.json')), 'files')
const subsets = ['latin', 'chinese-simplified']
const weights = [400, 700]

/**
 * Makes Chinese letters drawable on a machine without any font: the font package's files as TrueType in `folder`, and
 * the settings that tell fontconfig of them, beside the machine's own fonts. Answers the path of the settings.
 */
export async function fontSettings(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  for (const subset of subsets)
    for (const weight of weights) {
      const packed = await readFile(join(files, `noto-sans-sc-${subset}-${weight}-normal.woff`))
      await writeFile(join(folder, `noto-sans-sc-${subset}-${weight}.ttf`), trueType(packed))
    }
  const settings = join(folder, 'fonts.conf')
  await writeFile(settings, settingsText)
  return settings
}

// Relative to the settings' own place, so that the folder may be moved.
const settingsText = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">.</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

const entryOf = { woff: 20, trueType: 16 }
const headOf = { woff: 44, trueType: 12 }

/** Unpacks a WOFF 1.0 file: fontconfig does not read it, and it holds the same tables, each deflated. */
export function trueType(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const directory = Buffer.alloc(headOf.trueType + entryOf.trueType * count)
  const largest = Math.floor(Math.log2(count))
  directory.writeUInt32BE(woff.readUInt32BE(4), 0)
  directory.writeUInt16BE(count, 4)
  directory.writeUInt16BE(16 * 2 ** largest, 6)
  directory.writeUInt16BE(largest, 8)
  directory.writeUInt16BE(16 * (count - 2 ** largest), 10)

  const tables: Buffer[] = [directory]
  let offset = directory.length
  for (let index = 0; index < count; index++) {
    const from = headOf.woff + entryOf.woff * index
    const to = headOf.trueType + entryOf.trueType * index
    const [start, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(from + at)) as [number, number, number]
    const bytes = woff.subarray(start, start + packed)
    const padding = (4 - (length % 4)) % 4
    woff.copy(directory, to, from, from + 4)
    woff.copy(directory, to + 4, from + 16, from + 20)
    directory.writeUInt32BE(offset, to + 8)
    directory.writeUInt32BE(length, to + 12)
    tables.push(packed < length ? inflateSync(bytes) : bytes, Buffer.alloc(padding))
    offset += length + padding
  }
  return Buffer.concat(tables)
}
