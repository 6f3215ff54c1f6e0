/** What the browser hands over once it has heard something: the little of it that is read here. */
interface Heard {
  results: ArrayLike<ArrayLike<{ transcript: string }>>
}

interface Recognizer {
  lang: string
  addEventListener(of: 'result', listener: (heard: Heard) => void): void
  addEventListener(of: 'error' | 'end', listener: () => void): void
  start(): void
  stop(): void
}

/** WeChat's own plugin for speech ("WechatSI", documented on its platform); a deployment adds it to its app if it has it. */
interface PluginManager {
  onStop: ((heard: { result: string }) => void) | null
  onError: (() => void) | null
  start(options: { lang: string }): void
  stop(): void
}

declare const requirePlugin: ((name: string) => { getRecordRecognitionManager(): PluginManager }) | undefined

/** Listening that is under way: what was said, or nothing; and the way to end it. */
export interface Listening {
  heard: Promise<string | null>
  stop(): void
}

function recognizer(): Recognizer | null {
  if (process.env.TARO_ENV !== 'h5') return null
  const found = window as unknown as Record<string, (new () => Recognizer) | undefined>
  const Made = found.SpeechRecognition ?? found.webkitSpeechRecognition
  return Made ? new Made() : null
}

function plugin(): PluginManager | null {
  if (process.env.TARO_ENV !== 'weapp' || typeof requirePlugin !== 'function') return null
  try {
    return requirePlugin('WechatSI').getRecordRecognitionManager()
  } catch {
    // The app was built without the plugin: then one writes.
    return null
  }
}

/** Whether one can speak here instead of writing. Where not, nothing of it is shown; it is never the only way. */
export const canListen = (): boolean => recognizer() !== null || plugin() !== null

/** Listens to one sentence; nothing where the platform cannot. */
export function listen(): Listening | null {
  const web = recognizer()
  if (web)
    return {
      heard: new Promise((resolve) => {
        web.lang = 'zh-CN'
        web.addEventListener('result', ({ results }) => resolve(results[0]?.[0]?.transcript ?? null))
        web.addEventListener('error', () => resolve(null))
        web.addEventListener('end', () => resolve(null))
        web.start()
      }),
      stop: () => web.stop(),
    }
  const manager = plugin()
  if (!manager) return null
  return {
    heard: new Promise((resolve) => {
      manager.onStop = ({ result }) => resolve(result || null)
      manager.onError = () => resolve(null)
      manager.start({ lang: 'zh_CN' })
    }),
    stop: () => manager.stop(),
  }
}
