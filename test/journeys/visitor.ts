import type { Browser, Locator, Page } from 'playwright-core'
import type { Local } from '../../local/local'

/** How someone comes: whom the web version takes them for, and how they like to see things. */
export interface Manner {
  /** A demo person's id; someone new where nothing is said. */
  as?: string
  size?: 'standard' | 'large' | 'largest'
  scheme?: 'light' | 'dark'
}

export const phone = { width: 390, height: 844 }

const pageOf = (path: string): string => path.split('?')[0] ?? ''

/** The pages that the app keeps when one leaves them. */
const tabs = new Set(['/pages/home/index', '/pages/activity/list', '/pages/table/index'])

/** What the browser itself says of a network that is not there; no fault of the page's. */
const ofNetwork = /net::ERR_(INTERNET_DISCONNECTED|EMPTY_RESPONSE|CONNECTION_RESET)/

/** A person with a phone, in a browser of their own: nothing is shared with the others but the centre. */
export class Visitor {
  readonly page: Page
  /** What went wrong behind the screen: errors of the code, and what the browser itself complained of. */
  readonly complaints: string[] = []
  private readonly local: Local
  /** The page that was turned to last, and how often one turned. */
  private turned = ''
  private turns = 0

  private constructor(page: Page, local: Local) {
    this.page = page
    this.local = local
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('console', (message) => {
      const { type, text } = { type: message.type(), text: message.text() }
      if ((type === 'error' || type === 'warning') && !ofNetwork.test(text)) this.complaints.push(text)
    })
  }

  static async arrive(browser: Browser, local: Local, { as, size, scheme }: Manner = {}): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: phone,
      hasTouch: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    })
    const remembered = {
      ...(as !== undefined && { 'linli.visitor': as }),
      ...((size ?? scheme) && { 'linli.display': { size: size ?? 'standard', scheme: scheme ?? 'auto' } }),
    }
    // As the phone remembers it; what is changed later stays changed.
    await context.addInitScript((kept) => {
      // A blank page between two has no memory.
      if (location.protocol === 'about:') return
      for (const [key, data] of Object.entries(kept))
        if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify({ data }))
    }, remembered)
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await page.clock.setSystemTime(local.clock.now())
    return new Visitor(page, local)
  }

  /** Opens the centre by the code in its lobby. */
  async scansLobby(): Promise<void> {
    await this.page.goto(`${this.local.url}/?scene=${encodeURIComponent('c=lilan&d=lobby')}`)
    await this.sees('全部活动')
  }

  /** Opens a page of the web version cold: "/pages/activity/index?id=f-10". */
  async opens(path: string): Promise<void> {
    await this.page.goto(`${this.local.url}/#${path}`)
  }

  /**
   * Turns to a page of the app that stands open, without loading it anew. The app is loaded where it is not open yet,
   * where one went further than the page turned to last, and before and after a tab, whose page is kept as it was left.
   */
  async turnsTo(path: string): Promise<void> {
    const here = pageOf(new URL(this.page.url()).hash.slice(1))
    const within = here !== '' && here === this.turned && !tabs.has(here) && !tabs.has(pageOf(path))
    this.turned = pageOf(path)
    if (within) {
      // The same page once more is another visit of it.
      this.turns += 1
      const next = `${path}${path.includes('?') ? '&' : '?'}turn=${this.turns}`
      await this.page.evaluate((hash) => {
        for (const page of document.querySelectorAll('.taro_page')) page.setAttribute('data-left', '')
        location.hash = hash
      }, next)
      // What stood there before must not be taken for what comes.
      await this.page.locator('.taro_page[data-left]').filter({ visible: true }).first().waitFor({ state: 'hidden' })
      return
    }
    if (here !== '') await this.page.goto('about:blank')
    await this.opens(path)
  }

  /** What can be tapped under that name, by what it says to a screen reader; the one that is on the screen. */
  control(name: string | RegExp): Locator {
    const roles = ['button', 'tab', 'link', 'radio', 'checkbox'] as const
    const [first, ...others] = roles.map((role) => this.page.getByRole(role, { name, disabled: false }))
    return others
      .reduce((either, other) => either.or(other), first as Locator)
      .filter({ visible: true })
      .first()
  }

  /** Taps it. What was on the screen a moment ago may just have gone with its page: then it is looked for anew. */
  async taps(name: string | RegExp): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.control(name).click({ timeout: 4_000 })
      } catch (error) {
        if (tries === 3) throw error
      }
    }
  }

  /** Answers a question that lies over the screen. */
  async answers(question: string | RegExp, answer: string | RegExp): Promise<void> {
    await this.page.getByRole('dialog', { name: question }).getByRole('button', { name: answer }).click()
  }

  async writes(label: string, text: string): Promise<void> {
    const digits = this.page.getByRole('spinbutton', { name: label })
    await this.page.getByRole('textbox', { name: label }).or(digits).fill(text)
  }

  async sees(words: string | RegExp): Promise<void> {
    await this.said(words).first().waitFor()
  }

  /** What says this on the screen; not the strip of a local build, which says whom one acts as. */
  private said(words: string | RegExp): Locator {
    const onScreen = this.page.locator(':not(.demo-strip):not(.demo-strip *)')
    return this.page.getByText(words).and(onScreen).filter({ visible: true })
  }

  /** Whether these words stand on the screen just now. */
  async has(words: string | RegExp): Promise<boolean> {
    return (await this.said(words).count()) > 0
  }

  /** What someone else does at the same time, without a screen. */
  async meanwhile(who: string, noun: string, procedure: string, input: object): Promise<unknown> {
    const answer = await this.page.request.post(`${this.local.url}/v1/functions/${noun}`, {
      headers: { authorization: `Bearer local.${who}` },
      data: { procedure, centre: 'lilan', input },
    })
    return answer.json()
  }

  async reloads(): Promise<void> {
    await this.page.reload()
  }

  /** The phone turns its colours: dark in the evening, light by day. Who chose colours for themselves keeps them. */
  async night(dark: boolean): Promise<void> {
    await this.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
  }

  /** Loses or finds the network. */
  async network(there: boolean): Promise<void> {
    await this.page.context().setOffline(!there)
  }

  async leaves(): Promise<void> {
    await this.page.context().close()
  }
}
