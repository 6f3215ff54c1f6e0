import { join } from 'node:path'
import { compileFunction } from 'node:vm'
import { build } from 'esbuild'
import { catalogue } from '../../cloudfunctions/catalogue/catalogue'
import { thesaurus } from '../../cloudfunctions/thesaurus/thesaurus'
import { packedStatistics } from '../../local/bundle-statistics'
import { statisticsOf } from '../../src/domain/understanding/statistics'

const lies = join(__dirname, '..', '..', 'cloudfunctions', 'thesaurus', 'statistics.ts')

test('a bundle has the very statistics that would be counted, and counts nothing', async () => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { statistics } from ${JSON.stringify(lies)}`, resolveDir: __dirname },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    metafile: true,
    plugins: [packedStatistics],
  })
  const bundle = { exports: {} as { statistics: () => unknown } }
  const run = compileFunction(outputFiles[0]?.text ?? '', ['module', 'exports', 'require'])
  run(bundle, bundle.exports, require)
  expect(bundle.exports.statistics()).toEqual(statisticsOf(thesaurus, catalogue.items))
  expect(Object.keys(metafile.inputs).filter((file) => file.includes('domain'))).toEqual([])
})
