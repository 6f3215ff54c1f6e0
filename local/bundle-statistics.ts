import { dirname, join } from 'node:path'
import { compileFunction } from 'node:vm'
import { build, type Plugin } from 'esbuild'

/** Counts the thesaurus as it lies there; bundled like a function, so that whoever builds needs no loader for it. */
const counting = `
  import { catalogue } from './cloudfunctions/catalogue/catalogue'
  import { pack } from './cloudfunctions/thesaurus/packed'
  import { thesaurus } from './cloudfunctions/thesaurus/thesaurus'
  import { statisticsOf } from './src/domain/understanding/statistics'
  export const packed = pack(statisticsOf(thesaurus, catalogue.items))
`

async function packedText(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: counting, resolveDir: join(__dirname, '..'), loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  })
  const counted = { exports: { packed: '' } }
  const run = compileFunction(outputFiles[0]?.text ?? '', ['module', 'exports', 'require'])
  run(counted, counted.exports, require)
  return counted.exports.packed
}

/**
 * Puts the thesaurus's statistics into the bundle, counted once when it is built: an instance that was just started
 * would take half a second for it while somebody waits.
 */
export const packedStatistics: Plugin = {
  name: 'packed-statistics',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]cloudfunctions[/\\]thesaurus[/\\]statistics\.ts$/ }, async ({ path }) => ({
      contents: `import { unpack } from './packed'\nexport const statistics = () => unpack('${await packedText()}')`,
      loader: 'ts',
      resolveDir: dirname(path),
    }))
  },
}
