import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import spoken from './spoken.json'

/** What this plugin needs of Taro's description of a platform. */
interface Platform {
  template: { mergeComponents(context: IPluginContext, components: typeof spoken): void }
  runtimePath: string | string[]
}

/**
 * Lets the attributes that screen readers need through to WeChat: Taro's templates drop what they do not know. The
 * templates learn of them here, at build time, and the runtime from `accessibility-runtime.ts`. Which ones there are
 * stands in `spoken.json`; each costs room in the base template.
 */
export default function accessibility(context: IPluginContext): void {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (process.env.TARO_ENV !== 'weapp') return
      platform.template.mergeComponents(context, spoken)
      const runtime = path.join(__dirname, 'accessibility-runtime.ts')
      platform.runtimePath = [platform.runtimePath, runtime].flat()
    },
  })
}
