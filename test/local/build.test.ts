import { builtinModules } from 'node:module'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleFunctions, functionNames, root } from '../../local/bundle'
import { isFresh, markFresh, sourcesHash } from '../../local/fresh'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-build-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

test('each function is one folder ready to upload: a bundle that needs only Node, a package.json, a config.json', async () => {
  const names = await bundleFunctions(join(folder, 'out'))
  expect(names).toEqual(functionNames())
  expect(names).toEqual(expect.arrayContaining(['activity', 'centre', 'member']))
  for (const name of names) {
    const at = (file: string) => readFile(join(folder, 'out', name, file), 'utf8')
    expect((await readdir(join(folder, 'out', name))).sort()).toEqual(['config.json', 'index.js', 'package.json'])
    expect(JSON.parse(await at('package.json'))).toMatchObject({ name, main: 'index.js' })
    const code = await at('index.js')
    const config = JSON.parse(await at('config.json')) as { timeout: number; permissions: { openapi: string[] } }
    expect(config.timeout).toEqual(expect.any(Number))
    // WeChat refuses what is not declared.
    const asked = [...code.matchAll(/\bwechat\("([\w.]+)"/g)].map(([, api]) => api)
    expect([...new Set(asked)].filter((api) => !config.permissions.openapi.includes(api as string))).toEqual([])
    const needed = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, module]) =>
      (module as string).replace('node:', ''),
    )
    expect(needed.filter((module) => !builtinModules.includes(module))).toEqual([])
    expect(code).not.toContain(root)
  }
})

test('bundling again replaces what was there, and leaves no draft', async () => {
  const out = join(folder, 'out')
  await mkdir(join(out, 'gone'), { recursive: true })
  await bundleFunctions(out)
  expect(await readdir(out)).toEqual(functionNames())
  expect(await readdir(folder)).toEqual(['out'])
})

test('a function declares at most one trigger, of seven fields: the cloud takes no more', async () => {
  for (const name of functionNames()) {
    const text = await readFile(join(root, 'cloudfunctions', name, 'config.json'), 'utf8').catch(() => '{}')
    const { triggers = [] } = JSON.parse(text) as { triggers?: { config: string }[] }
    expect(triggers.length).toBeLessThanOrEqual(1)
    for (const { config } of triggers) expect(config.split(' ')).toHaveLength(7)
  }
})

describe('whether a build is up to date', () => {
  const hash = (told: string[] = []) => sourcesHash(['src', 'settings.json', 'missing'], told, folder)

  beforeEach(async () => {
    await mkdir(join(folder, 'src', 'deep'), { recursive: true })
    await writeFile(join(folder, 'src', 'deep', 'a.ts'), 'one')
    await writeFile(join(folder, 'settings.json'), '{}')
  })

  test('it is, while nothing changed; what was never finished is not', async () => {
    const before = await hash()
    expect(await hash()).toBe(before)
    const out = join(folder, 'out')
    await mkdir(out)
    expect(await isFresh(out, before)).toBe(false)
    await markFresh(out, before)
    expect(await isFresh(out, before)).toBe(true)
    expect(await readdir(out)).toEqual([])
    await rm(out, { recursive: true })
    expect(await isFresh(out, before)).toBe(false)
  })

  test.each([
    ['a changed source', () => writeFile(join(folder, 'src', 'deep', 'a.ts'), 'two')],
    ['a new source', () => writeFile(join(folder, 'src', 'b.ts'), '')],
    ['a moved source', () => rename(join(folder, 'src', 'deep', 'a.ts'), join(folder, 'src', 'a.ts'))],
    ['a changed setting', () => writeFile(join(folder, 'settings.json'), '{"a":1}')],
  ])('it is not after %s', async (_, change) => {
    const before = await hash()
    await change()
    expect(await hash()).not.toBe(before)
  })

  test('it is not when it is told something else', async () => {
    expect(await hash(['env-a'])).not.toBe(await hash(['env-b']))
  })
})
