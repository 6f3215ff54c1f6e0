import { randomBytes } from 'node:crypto'
import { isSame, macOf, seal, unseal } from '../../cloudfunctions/runtime/secret'

beforeAll(() => {
  process.env.LINLI_KEY = randomBytes(32).toString('base64')
})
afterAll(() => {
  delete process.env.LINLI_KEY
})

test('what was sealed is read by its owner and for its purpose only', () => {
  const sealed = seal('phone', 'm1', '13800000000')
  expect(unseal('phone', 'm1', sealed)).toBe('13800000000')
  expect(sealed).not.toContain('138')
  expect(seal('phone', 'm1', '13800000000')).not.toBe(sealed)
  expect(() => unseal('phone', 'm2', sealed)).toThrow()
  expect(() => unseal('address', 'm1', sealed)).toThrow()
  const bytes = Buffer.from(sealed, 'base64')
  bytes[14] = (bytes[14] as number) ^ 1
  expect(() => unseal('phone', 'm1', bytes.toString('base64'))).toThrow()
})

test('a code follows from its purpose and its parts, and from nothing less', () => {
  const code = macOf(16, 'check-in', 'a1', '7')
  expect(code).toMatch(/^[A-Za-z0-9_-]{16}$/)
  expect(isSame(code, macOf(16, 'check-in', 'a1', '7'))).toBe(true)
  for (const other of [macOf(16, 'check-in', 'a1', '8'), macOf(16, 'check-in', 'a17', ''), macOf(16, 'me', 'a1', '7')])
    expect(isSame(code, other)).toBe(false)
  expect(isSame(code, code.slice(1))).toBe(false)
})

test('another deployment’s key opens and forges nothing', () => {
  const [sealed, code] = [seal('phone', 'm1', '13800000000'), macOf(16, 'check-in', 'a1')]
  process.env.LINLI_KEY = randomBytes(32).toString('base64')
  expect(() => unseal('phone', 'm1', sealed)).toThrow()
  expect(macOf(16, 'check-in', 'a1')).not.toBe(code)
  process.env.LINLI_KEY = ''
  expect(() => macOf(16, 'check-in', 'a1')).toThrow('LINLI_KEY')
})
