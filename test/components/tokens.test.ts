import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AtRule, type Container, parse, type Rule } from 'postcss'

const sheet = parse(readFileSync(join(__dirname, '../../src/components/tokens.css'), 'utf8'))

const block = (inside: Container, selector: string): Record<string, string> => {
  const rule = inside.nodes?.find((node): node is Rule => node.type === 'rule' && node.selectors.includes(selector))
  const tokens: Record<string, string> = {}
  rule?.walkDecls(({ prop, value }) => {
    tokens[prop] = value
  })
  return tokens
}

test('dark is the same dark, whether someone chose it or their phone turned to it', () => {
  const byPhone = sheet.nodes.find((node): node is AtRule => node.type === 'atrule' && node.params.includes('dark'))
  expect(byPhone).toBeDefined()
  const chosen = block(sheet, '.scheme-dark')
  expect(Object.keys(chosen)).toContain('--paper')
  expect(block(byPhone as AtRule, '.scheme-auto')).toEqual(chosen)
})
