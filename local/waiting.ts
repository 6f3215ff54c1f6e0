/** Longer than this nobody waits without a word; and after that between two words: milliseconds. */
const patience = 2000
const pause = 10_000

/** Tells whoever waits for the pages what for, and how far it is: the first time, and after a change, it takes minutes. */
export class Waiting {
  private percent = 0
  private readonly begun = Date.now()
  private timer: NodeJS.Timeout

  constructor(private readonly say: (line: string) => void) {
    this.timer = setTimeout(() => this.begin(), patience)
  }

  /** So much is done. */
  at(percent: number): void {
    this.percent = percent
  }

  end(): void {
    clearTimeout(this.timer)
  }

  private begin(): void {
    this.say('Building the pages: one to four minutes, by the machine. Done once; the next start takes seconds.')
    this.timer = setInterval(() => this.tell(), pause)
  }

  private tell(): void {
    const seconds = Math.round((Date.now() - this.begun) / 1000)
    this.say(`Building the pages: ${this.percent} %, ${seconds} s so far`)
  }
}
