import { sceneOf } from '../../src/domain/door'
import { arrival } from '../../src/cloud/arrival'

describe('where someone came in', () => {
  test.each([
    ['a printed code, encoded once', { scene: 'c%3Dlilan%26d%3Dlobby' }],
    ['a printed code, encoded twice on its way', { scene: 'c%253Dlilan%2526d%253Dlobby' }],
    ['a printed code as it is', { scene: 'c=lilan&d=lobby' }],
    ['a path with both', { c: 'lilan', d: 'lobby' }],
  ])('%s names the centre and the door', (_, parameters) => {
    expect(arrival(parameters)).toEqual({ centre: 'lilan', door: 'lobby' })
  })

  test('a printed code of an activity names it, too, in the 32 characters that WeChat takes', () => {
    const scene = sceneOf('lilan', 'abcdefghijkl', 'poster') ?? ''
    expect(scene.length).toBeLessThanOrEqual(32)
    const came = { centre: 'lilan', activity: 'abcdefghijkl', door: 'poster' }
    for (const way of [scene, encodeURIComponent(scene), encodeURIComponent(encodeURIComponent(scene))])
      expect(arrival({ scene: way })).toEqual(came)
    expect(sceneOf('l'.repeat(24), 'abcdefghijkl', 'poster')).toBeNull()
  })

  test('a shared card names the centre and its activity, and no door', () => {
    expect(arrival({ c: 'lilan', id: 'f-05' })).toEqual({ centre: 'lilan' })
  })

  test.each([
    ['nothing', {}],
    ['an empty scene', { scene: '' }],
    ['a broken encoding', { scene: '%E0%A4%A' }],
    ['an operator', { c: '{"$gt":""}', d: '$where' }],
    ['a path', { c: '../other', d: 'a/b' }],
    ['far too long', { c: 'l'.repeat(25), d: 'd'.repeat(41) }],
  ])('%s is no door and no centre', (_, parameters) => {
    expect(arrival(parameters)).toEqual({})
  })
})
