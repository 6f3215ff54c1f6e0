/**
 * How tests are run. Packages come as CommonJS, so only our own TypeScript is compiled.
 * @type {import('jest').Config}
 */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  globalSetup: '<rootDir>/test/builds.ts',
  testSequencer: '<rootDir>/test/sequencer.js',
  testTimeout: 120_000,
  // Two at once: beside each test of the local CloudBase run function instances of its own.
  maxWorkers: 2,
}
