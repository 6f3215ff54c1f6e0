import { circles } from './imports/circles'
import { importsOf, sources } from './imports/imports'
import { whyNot } from './imports/rules'

const breaches = (files: Record<string, string>): string[] =>
  importsOf(new Map(Object.entries(files))).flatMap((each) => whyNot(each) ?? [])

describe('dependencies run one way', () => {
  const all = sources()
  const imports = importsOf(all)

  test('no file imports what its part of the tree must not', () => {
    expect(imports.flatMap((each) => whyNot(each) ?? [])).toEqual([])
  })

  test('every import of ours leads to a file', () => {
    const lost = imports.filter(({ ours, to }) => ours && !all.has(to) && !/\.(css|js|json)$/.test(to))
    expect(lost.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  test('no imports go in a circle', () => {
    expect(circles(imports)).toEqual([])
  })
})

describe('control: the reading of imports sees what it must', () => {
  test.each([
    ['a page that imports another page’s folder', 'src/pages/home/index.tsx', "import { A } from '../activity/A'"],
    ['a page that imports a staff screen', 'src/pages/home/index.tsx', "import { A } from '../../staff/activity/A'"],
    ['a staff screen that imports a page', 'src/staff/activity/index.tsx', "import { A } from '../../pages/home/A'"],
    ['a component that asks the cloud', 'src/components/Card.tsx', "import { call } from '../cloud/call'"],
    ['a component that knows a noun', 'src/components/Card.tsx', "import type { A } from '../domain/activity'"],
    ['a sentence that needs a screen', 'src/text/seats.ts', "import { Card } from '../components/Card'"],
    ['a rule that needs a sentence', 'src/domain/seats.ts', "import { words } from '../text/words'"],
    ['a rule with a clock library', 'src/domain/day.ts', "import dayjs from 'dayjs'"],
    [
      'a function that uses the SDK itself',
      'cloudfunctions/member/procedures.ts',
      "import { init } from '@cloudbase/node-sdk'",
    ],
    ['a function that uses a screen’s sentence', 'cloudfunctions/member/index.ts', "import '../../src/text/words'"],
    [
      'a function that knows of the local server',
      'cloudfunctions/member/index.ts',
      "import { a } from '../../local/clock'",
    ],
    ['a screen that ships the API', 'src/cloud/call.ts', "import { a } from '../../cloudfunctions/api'"],
    ['a page that knows the API', 'src/pages/home/index.tsx', "import type { Api } from '../../../cloudfunctions/api'"],
    ['an import made while running', 'src/domain/day.ts', "export const later = () => import('../text/words')"],
    ['a type taken in passing', 'src/domain/day.ts', "export type A = import('../text/words').A"],
    ['a thing passed on', 'src/domain/day.ts', "export { words } from '../text/words'"],
  ])('%s is found', (_, file, text) => {
    expect(breaches({ [file]: text, 'cloudfunctions/api.ts': '' })).toHaveLength(1)
  })

  test('what may be imported is not complained of', () => {
    const page = `
      import { View } from '@tarojs/components'
      import { Card } from '../../components/Card'
      import { call } from '../../cloud/call'
      import { Answered } from '../Answered'
      import { Own } from './Own'`
    const client = "import type { Api } from '../../cloudfunctions/api'"
    expect(
      breaches({
        'src/pages/home/index.tsx': page,
        'src/cloud/call.ts': client,
        'cloudfunctions/api.ts': '',
        'test/a.test.ts': "import { init } from '@cloudbase/node-sdk'",
      }),
    ).toEqual([])
  })

  test('a circle is found, through types as well', () => {
    const files = new Map([
      ['src/domain/a.ts', "import { b } from './b'"],
      ['src/domain/b.ts', "import type { C } from './c'"],
      ['src/domain/c.ts', "export * from './a'"],
    ])
    expect(circles(importsOf(files))).toEqual([
      ['src/domain/a.ts', 'src/domain/b.ts', 'src/domain/c.ts', 'src/domain/a.ts'],
    ])
  })
})
