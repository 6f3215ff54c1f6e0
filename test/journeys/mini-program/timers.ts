/** The timers of one program, as numbers, as WeChat gives them out; all can be ended at once. */
export class Timers {
  private readonly running = new Map<number, NodeJS.Timeout>()
  private last = 0

  keep(timer: NodeJS.Timeout): number {
    this.running.set(++this.last, timer)
    return this.last
  }

  end(number: number): void {
    clearTimeout(this.running.get(number))
    this.running.delete(number)
  }

  stop(): void {
    for (const number of this.running.keys()) this.end(number)
  }
}
