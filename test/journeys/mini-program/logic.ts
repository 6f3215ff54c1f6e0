import { posix } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { Package } from './package'
import { Timers } from './timers'

interface App {
  onLaunch?(options: object): void
  onShow?(options: object): void
}

/** What the logic layer finds around it; no window, no document: WeChat has none either. */
export interface Around {
  wx: object
  now(): number
  pages(): object[]
  /** Told whatever the program says on its console as a warning or an error. */
  complain(text: string): void
}

/** The logic layer: the program's own code, in a context of its own. */
export class Logic {
  private readonly modules = new Map<string, { exports: object }>()
  private readonly context: object
  private readonly built: Package
  private readonly codeSpace: CodeSpace
  private readonly timers = new Timers()
  private app: App | undefined

  constructor(built: Package, codeSpace: CodeSpace, around: Around) {
    this.built = built
    this.codeSpace = codeSpace
    const complain = (...words: unknown[]) => around.complain(words.map(told).join(' '))
    const quiet = () => undefined
    const sandbox = {
      wx: around.wx,
      console: {
        log: quiet,
        info: quiet,
        debug: quiet,
        group: quiet,
        groupEnd: quiet,
        warn: complain,
        error: complain,
      },
      setTimeout: (run: () => void, wait?: number) => this.timers.keep(setTimeout(run, wait)),
      setInterval: (run: () => void, wait?: number) => this.timers.keep(setInterval(run, wait)),
      clearTimeout: (timer: number) => this.timers.end(timer),
      clearInterval: (timer: number) => this.timers.end(timer),
      App: (app: App) => {
        this.app = app
      },
      getApp: () => this.app,
      getCurrentPages: around.pages,
      now: around.now,
    }
    this.context = createContext(Object.assign(sandbox, { global: sandbox }))
    runInContext(clock, this.context)
  }

  /** Starts the program. */
  launch(options: object): void {
    this.load('app')
    this.app?.onLaunch?.(options)
    this.app?.onShow?.(options)
  }

  /** Ends whatever the program would still do later. */
  stop(): void {
    this.timers.stop()
  }

  /** Makes a page, and every component that it uses, known. */
  prepare(path: string): void {
    if (this.modules.has(path)) return
    for (const used of this.built.used(path)) if (used !== path) this.prepare(used)
    this.load(path)
  }

  private load(path: string): object {
    const known = this.modules.get(path)
    if (known) return known.exports
    const module = { exports: {} }
    this.modules.set(path, module)
    const code = `(function (require, module, exports, Page, Component, Behavior) {${this.built.text(`${path}.js`)}\n})`
    const run = runInContext(code, this.context, { filename: `${path}.js` })
    const require = (asked: string) => this.load(posix.join(posix.dirname(path), asked).replace(/\.js$/, ''))
    this.codeSpace.componentEnv(path, ({ Page, Component, Behavior }) =>
      run(require, module, module.exports, Page, Component, Behavior),
    )
    return module.exports
  }
}

const told = (word: unknown): string => (word instanceof Object && 'stack' in word ? String(word.stack) : String(word))

/** The program's clock is the test's clock. */
const clock = `Date = class extends Date {
  constructor(...given) { given.length === 0 ? super(now()) : super(...given) }
  static now() { return now() }
}`
