import { mostDots, ringImage } from '../../src/components/ring'

const dots = (image: string) => image.match(/radial-gradient/g)?.length ?? 0
const filled = (image: string) => image.match(/at [\d.]+% [\d.]+%, var\(--jade\)/g)?.length ?? 0

describe('the seat ring', () => {
  test.each([
    [1, 0],
    [12, 12],
    [20, 14],
    [mostDots, 7],
  ])('of %i seats has a dot for each, and the %i taken ones are filled', (capacity, taken) => {
    const image = ringImage(capacity, taken)
    expect(dots(image)).toBe(capacity)
    expect(filled(image)).toBe(taken)
  })

  test('fills every dot, and no more, where staff seated more than there are seats', () => {
    expect(filled(ringImage(8, 11))).toBe(8)
  })

  test('becomes an arc above forty seats, as long as the share that is taken', () => {
    expect(ringImage(mostDots + 1, 0)).toContain('conic-gradient(var(--jade) 0deg')
    expect(ringImage(80, 20)).toContain('conic-gradient(var(--jade) 90deg')
    expect(ringImage(80, 99)).toContain('conic-gradient(var(--jade) 360deg')
  })

  test('of a table without seats is empty', () => {
    expect(ringImage(0, 0)).toBe('none')
  })

  test('keeps every dot inside its box', () => {
    for (const capacity of [1, 2, 7, mostDots]) {
      for (const [, size, x, y] of ringImage(capacity, 0).matchAll(/\(([\d.]+)% [\d.]+% at ([\d.]+)% ([\d.]+)%/g)) {
        for (const middle of [Number(x), Number(y)]) {
          expect(middle - Number(size)).toBeGreaterThanOrEqual(0)
          expect(middle + Number(size)).toBeLessThanOrEqual(100)
        }
      }
    }
  })
})
