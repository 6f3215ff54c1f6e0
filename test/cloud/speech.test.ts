import { speechPlugins } from '../../src/cloud/speech-plugin'

test('the plugin for speech is declared where a build of the mini-program names it, and nowhere else', () => {
  const plugins = { WechatSI: { version: '0.3.5', provider: 'wx0123456789abcdef' } }
  expect(speechPlugins('0.3.5@wx0123456789abcdef', 'weapp')).toEqual({ plugins })
  for (const [said, platform] of [
    [undefined, 'weapp'],
    ['', 'weapp'],
    ['0.3.5@wx0123456789abcdef', 'h5'],
  ])
    expect(speechPlugins(said, platform)).toEqual({})
  expect(() => speechPlugins('latest', 'weapp')).toThrow('version@provider')
})
