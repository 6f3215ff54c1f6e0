/**
 * What a build is told from outside. Taro writes each into the code as a literal, so that what a build does not need
 * is not in it: the demo persons of a local build are absent from a production one.
 *
 * LINLI_LOCAL=1 builds the web version for the local CloudBase; LINLI_ENV is the cloud environment; LINLI_CENTRE the
 * centre that opens where no code or card named one.
 */
export const localBuild = process.env.LINLI_LOCAL === '1'

export const buildConstants = {
  BUILD_LOCAL: JSON.stringify(localBuild),
  BUILD_ENV: JSON.stringify(process.env.LINLI_ENV ?? ''),
  BUILD_CENTRE: JSON.stringify(process.env.LINLI_CENTRE ?? 'lilan'),
}
