import { writeSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { buildConstants, localBuild } from './constants'
import { webChunks } from './split'

const inCi = Boolean(process.env.CI)

const output = () => {
  if (process.env.TARO_ENV === 'weapp') return 'dist/miniprogram'
  return localBuild ? 'dist/web-local' : 'dist/web'
}

/** Tells whoever started the build how much of it is done, in per cent, each number once, on the channel they opened. */
const tellProgress = () => {
  let told = 0
  return (share: number) => {
    const percent = Math.floor(100 * share)
    if (percent <= told) return
    told = percent
    writeSync(Number(process.env.LINLI_PROGRESS), `${percent}\n`)
  }
}

// Sizes are CSS pixels on both sides: a target of 60 px is 60 px on every phone, whatever its width.
const pixelsAsWritten = { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } }

export default defineConfig<'webpack5'>(async () => ({
  projectName: 'linli-roundtable',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: output(),
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // A mini-program built on a cache has had a shared piece as it was before: what is uploaded is always built anew.
  cache: { enable: !inCi && process.env.TARO_ENV !== 'weapp' },
  plugins: [path.resolve(__dirname, 'accessibility.ts')],
  defineConstants: buildConstants,
  // Chinese as it is written: escaped, each character would take twice the room.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  mini: {
    // As deep as our screens nest, and no deeper: each level makes the base template larger, and what lies below the
    // last one becomes a component of its own, which breaks the layout.
    baseLevel: 10,
    optimizeMainPackage: { enable: true },
    postcss: pixelsAsWritten,
    webpackChain(chain) {
      if (inCi) chain.plugins.delete('webpackbar')
    },
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    publicPath: './',
    router: { mode: 'hash' },
    webpackChain(chain, webpack) {
      if (inCi) chain.plugins.delete('webpackbar')
      if (process.env.LINLI_PROGRESS) chain.plugin('progress').use(webpack.ProgressPlugin, [tellProgress()])
      chain.performance.hints(false)
      chain.optimization.splitChunks(webChunks)
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { ...pixelsAsWritten, autoprefixer: { enable: true, config: {} } },
  },
}))
