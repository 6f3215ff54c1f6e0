/**
 * Makes `Date` in this thread follow the shared shift. Function code sees an ordinary Date that says another time.
 * Timers (setTimeout) keep the machine's pace.
 */
export function followClock(shared: SharedArrayBuffer): void {
  const Machine = Date
  const cell = new Float64Array(shared)
  const now = () => Machine.now() + (cell[0] ?? 0)
  const shifted = new Proxy(Machine, {
    construct: (target, given, wanted) => Reflect.construct(target, given.length === 0 ? [now()] : given, wanted),
    apply: () => new Machine(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
  Object.defineProperty(Machine.prototype, 'constructor', { value: shifted, writable: true, configurable: true })
  globalThis.Date = shifted
}
