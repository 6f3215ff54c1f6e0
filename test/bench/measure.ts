/** Milliseconds of several runs, as a reader wants them. */
export interface Latency {
  median: number
  p95: number
  worst: number
}

export function latencyOf(milliseconds: number[]): Latency {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { median: at(0.5), p95: at(0.95), worst: at(1) }
}

export const round = (value: number): number => Math.round(value * 10) / 10

/** Keeps `many` callers busy for so many seconds; answers how many calls a second came back, and how long they took. */
export async function flood(
  many: number,
  seconds: number,
  call: (caller: number, turn: number) => Promise<unknown>,
): Promise<{ perSecond: number; latency: Latency }> {
  const took: number[] = []
  const began = performance.now()
  const end = began + seconds * 1000
  await Promise.all(
    Array.from({ length: many }, async (_, caller) => {
      for (let turn = 0; performance.now() < end; turn += 1) {
        const from = performance.now()
        await call(caller, turn)
        took.push(performance.now() - from)
      }
    }),
  )
  return { perSecond: round((took.length * 1000) / (performance.now() - began)), latency: latencyOf(took) }
}
