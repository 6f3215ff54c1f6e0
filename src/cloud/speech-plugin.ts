/**
 * WeChat's own plugin for speech (WechatSI, 微信同声传译), by what a build is told: LINLI_SPEECH as "version@provider", both as
 * the platform names them once the plugin was added to the mini-program. Without it nothing is declared, and one writes.
 */
export function speechPlugins(said: string | undefined, platform: string | undefined) {
  if (platform !== 'weapp' || said === undefined || said === '') return {}
  const [, version, provider] = /^(\d+\.\d+\.\d+)@(wx[0-9a-f]{16})$/.exec(said) ?? []
  if (version === undefined || provider === undefined)
    throw new Error('LINLI_SPEECH is not "version@provider", as 0.3.5@wx0123456789abcdef')
  return { plugins: { WechatSI: { version, provider } } }
}
