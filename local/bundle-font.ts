import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Plugin } from 'esbuild'

/** The package that a typeface comes in, by the name under which a function asks for it. */
const typefaces: Record<string, string> = { 'noto-sans-sc': '@fontsource/noto-sans-sc' }

/**
 * Lets a function import a typeface, "font:noto-sans-sc": its pieces, each with the characters that it has, in the
 * bundle itself, so that a function needs no file beside it.
 */
export const fontPieces: Plugin = {
  name: 'font-pieces',
  setup(build) {
    build.onResolve({ filter: /^font:/ }, ({ path }) => ({ path: path.slice('font:'.length), namespace: 'font' }))
    build.onLoad({ filter: /.*/, namespace: 'font' }, async ({ path }) => {
      const name = typefaces[path]
      if (!name) return { errors: [{ text: `no typeface ${path}` }] }
      const folder = dirname(require.resolve(`${name}/package.json`))
      const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
      const pieces = await Promise.all(
        Object.entries(ranges).map(async ([piece, range]) => {
          const file = join(folder, 'files', `${path}-${piece.replace(/[[\]]/g, '')}-400-normal.woff`)
          return { range, data: (await readFile(file)).toString('base64') }
        }),
      )
      return { contents: JSON.stringify(pieces), loader: 'json' }
    })
  },
}
