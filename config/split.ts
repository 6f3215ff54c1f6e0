const packages = (names: string) => new RegExp(`[\\\\/]node_modules[\\\\/](${names})[\\\\/]`)

/**
 * How the web's code is cut. Taro's default copies the component runtime into the chunk of every page; here it is
 * loaded once, and a page brings only its own code.
 */
export const webChunks = {
  chunks: 'all',
  maxInitialRequests: Number.POSITIVE_INFINITY,
  minSize: 0,
  cacheGroups: {
    default: false,
    defaultVendors: false,
    react: { name: 'react', test: packages('react|react-dom|scheduler'), priority: 30, chunks: 'all' },
    taro: { name: 'taro', test: packages('@tarojs|@stencil'), priority: 20, chunks: 'initial' },
    elements: { name: 'elements', test: packages('@tarojs|@stencil'), minChunks: 2, priority: 10, chunks: 'async' },
    common: { name: 'common', minChunks: 2, priority: 1, minSize: 2000 },
  },
} as const
