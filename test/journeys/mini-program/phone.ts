import { Logic } from './logic'
import { Package } from './package'
import { Screen } from './screen'
import { openView, type View } from './view'
import { type Asked, type Journey, type Surroundings, weChat } from './wechat'

/** What a page may have been told to do by WeChat. */
interface PageMethods {
  route?: string
  options?: object
  onLoad?(query: object): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  onShareAppMessage?(from: { from: 'menu' | 'button' }): { title: string; path: string }
}

interface Opening {
  /** The folder of the built mini-program. */
  built: string
  /** The address of CloudBase. */
  cloud: string
  /** Who holds the phone. */
  openid: string
  now(): number
}

/**
 * A phone with the built mini-program in it, without WeChat: its logic in a bare context, its pages in WeChat's own
 * component framework, its cloud calls answered by the real functions. What WeChat's own functions would do is not
 * proved by it.
 */
export class Phone {
  /** Whatever went wrong and no one saw: complaints of the templates, warnings and errors on the console. */
  readonly complaints: string[] = []
  readonly asked: Asked[] = []
  /** What is to be called once a newer version is there. */
  readonly updates: (() => void)[] = []
  /** The calls of the cloud that have no answer yet. */
  readonly underway: ReadonlySet<Promise<unknown>> = new Set()
  online = true
  /** What its owner says when asked whether messages may be sent. */
  subscribes: 'accept' | 'reject' = 'accept'
  private stack: Screen[] = []
  private logic: Logic | undefined

  private readonly opening: Opening
  private readonly built: Package
  private readonly view: View

  private constructor(opening: Opening, built: Package, view: View) {
    this.opening = opening
    this.built = built
    this.view = view
    this.complaints.push(...view.complaints)
  }

  static async start(opening: Opening): Promise<Phone> {
    const built = Package.at(opening.built)
    return new Phone(opening, built, await openView(built))
  }

  /** Opens the program cold at a page: "pages/home/index?scene=…", as a code or a card does. */
  open(url: string): void {
    const { path, query } = parsed(url)
    const launch = { path, query, scene: 1047 }
    const { wx, asked, updates, underway } = weChat({
      ...this.opening,
      launch,
      go: (...way) => this.go(...way),
      online: () => this.online,
      subscribes: () => this.subscribes,
    })
    Object.assign(this, { asked, updates, underway })
    this.logic = new Logic(this.built, this.view.codeSpace, {
      wx,
      now: this.opening.now,
      pages: () => this.stack.map((screen) => methods(screen)),
      complain: (text) => this.complaints.push(text),
    })
    this.logic.launch(launch)
    this.push(url)
  }

  /** The screen that one sees. */
  get screen(): Screen {
    const top = this.stack.at(-1)
    if (!top) throw new Error('no page is open')
    return top
  }

  /** The card that the screen gives to a chat. */
  share(): { title: string; path: string } | undefined {
    return methods(this.screen).onShareAppMessage?.({ from: 'menu' })
  }

  /** Waits until the screen says this; fails with what it says instead. */
  sees(words: string | RegExp): Promise<void> {
    const there = () => (typeof words === 'string' ? this.screen.text.includes(words) : words.test(this.screen.text))
    return this.until(there, `does not say “${words}”`)
  }

  /** Taps what is called so, once it is there. */
  async tap(name: string): Promise<void> {
    await this.until(() => this.screen.has(name), `has nothing called “${name}”`)
    this.screen.tap(name)
    await moment()
  }

  /** Writes into the field of that label, once it is there. */
  async write(label: string, text: string): Promise<void> {
    await this.sees(label)
    this.screen.write(label, text)
    await moment()
  }

  /** Waits until everything that was asked of the cloud is answered and shown, and nothing more is asked then. */
  async settles(): Promise<void> {
    const since = Date.now()
    for (let quiet = 0; quiet < 2; quiet = this.underway.size === 0 ? quiet + 1 : 0) {
      if (Date.now() - since > patience) throw new Error(`${this.screen.path} still waits for an answer`)
      await moment()
    }
  }

  private async until(holds: () => boolean, otherwise: string): Promise<void> {
    const since = Date.now()
    while (!holds()) {
      if (Date.now() - since > patience)
        throw new Error(`${this.screen.path} ${otherwise}; it says: ${this.screen.text}`)
      await moment()
    }
  }

  close(): void {
    while (this.stack.length > 0) this.pop()
    this.logic?.stop()
    this.view.close()
  }

  private go(...[how, wish]: Parameters<Surroundings['go']>): void {
    setTimeout(() => {
      this.move(how, wish)
      wish.success?.({ errMsg: `${how}:ok` })
      wish.complete?.({ errMsg: `${how}:ok` })
    }, 0)
  }

  private move(how: Parameters<Surroundings['go']>[0], { url = '', delta = 1 }: Journey): void {
    if (how === 'navigateBack') {
      for (let left = delta; left > 0 && this.stack.length > 1; left--) this.pop()
      methods(this.screen).onShow?.()
      return
    }
    if (how === 'navigateTo') methods(this.screen).onHide?.()
    else if (how === 'redirectTo') this.pop()
    else while (this.stack.length > 0) this.pop()
    this.push(url)
  }

  private push(url: string): void {
    const { path, query } = parsed(url)
    if (!this.built.pages.includes(path)) throw new Error(`the program has no page ${path}`)
    this.logic?.prepare(path)
    const root = this.view.backend.createRoot('page', this.view.codeSpace, path)
    const screen = new Screen(path, root, this.view)
    this.stack.push(screen)
    const page = methods(screen)
    page.route ??= path
    page.options = query
    const { body } = this.view.document
    const place = body.appendChild(this.view.document.createElement('div'))
    root.attach(...([body, place] as unknown as Parameters<typeof root.attach>))
    page.onLoad?.(query)
    page.onShow?.()
    page.onReady?.()
  }

  private pop(): void {
    const screen = this.stack.pop()
    if (!screen) return
    methods(screen).onUnload?.()
    screen.root.release()
  }
}

/** How long one waits for a screen to show something, in milliseconds. */
const patience = 8000

/** As long as a screen takes to follow a finger. */
const moment = () => new Promise((resolve) => setTimeout(resolve, 30))

const methods = (screen: Screen): PageMethods => screen.root.get() as unknown as PageMethods

function parsed(url: string): { path: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.replace(/^\//, '').split('?')
  const pairs = search
    .split('&')
    .filter(Boolean)
    .map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string])
  return { path, query: Object.fromEntries(pairs) }
}
