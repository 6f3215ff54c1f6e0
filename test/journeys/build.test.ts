import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { wxmlToJs, wxssToJs } from 'miniprogram-compiler'
import { outputOf } from '../../local/build'
import { demoWords } from '../../src/text/demo'
import { Package } from './mini-program/package'

describe('the mini-program as built', () => {
  const built = new Package(outputOf('weapp'))
  const subpackages = (built.app.subPackages ?? []).map(({ root }) => `${root}/`)
  const bytes = (files: string[]) => files.reduce((sum, file) => sum + statSync(join(built.folder, file)).size, 0)

  test.each(built.pages)('%s has the files without which WeChat does not take it', (page) => {
    expect(['js', 'json', 'wxml'].filter((kind) => !built.has(`${page}.${kind}`))).toEqual([])
  })

  test('residents do not download the staff’s pages', () => {
    expect(built.app.subPackages?.map(({ root }) => root)).toContain('staff/activity')
    expect(built.app.pages.filter((page) => page.startsWith('staff'))).toEqual([])
  })

  test('a page’s code is loaded when it is needed', () => {
    expect(built.app.lazyCodeLoading).toBe('requiredComponents')
  })

  test('every tab is a page of the main package', () => {
    for (const { pagePath } of built.app.tabBar?.list ?? []) expect(built.app.pages).toContain(pagePath)
  })

  test('the main package stays within 1.6 times the framework’s own 250 KB, a subpackage within 100 KB', () => {
    const main = built.files.filter((file) => !subpackages.some((root) => file.startsWith(root)))
    expect(bytes(main)).toBeLessThan(1.6 * 250 * 1024)
    for (const root of subpackages)
      expect(bytes(built.files.filter((file) => file.startsWith(root)))).toBeLessThan(100 * 1024)
  })

  test('WeChat’s own compilers take every template and every style sheet', () => {
    expect(wxmlToJs(built.folder)).toContain('$gwx')
    expect(wxssToJs(built.folder)).toContain('wxssMap')
  })

  test('control: they refuse a template that is not well formed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'linli-template-'))
    await writeFile(join(folder, 'page.wxml'), '<view><text></view>')
    expect(() => wxmlToJs(folder)).toThrow('page.wxml:1:14')
    await rm(folder, { recursive: true })
  })
})

describe('the web version as built', () => {
  const scripts = (folder: string) =>
    readdirSync(join(folder, 'js'))
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(folder, 'js', file), 'utf8'))
      .join('\n')

  // Words of the bar, as they may stand in minified code: as letters or as escapes.
  const escaped = (words: string) =>
    [...words].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
  const speaks = (code: string, words: string) =>
    code.includes(words) || code.toLowerCase().includes(escaped(words).toLowerCase())

  test('a production build has no bar for acting as someone, and takes no made-up sign-in', () => {
    const code = scripts(outputOf('web'))
    expect(speaks(code, demoWords.title)).toBe(false)
    expect(code).not.toContain('/_local/')
    expect(code).not.toContain('local.')
  })

  test('control: a local build has both', () => {
    const code = scripts(outputOf('web-local'))
    expect(speaks(code, demoWords.title)).toBe(true)
    expect(code).toContain('/_local/')
  })
})
