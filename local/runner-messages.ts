/** What an instance is started with. */
export interface InstanceData {
  /** The bundle's index.js. */
  entry: string
  clock: SharedArrayBuffer
  /** What it may hold. */
  megabytes: number
}

/** One call. */
export interface ToInstance {
  requestId: string
  /** JSON. */
  event: string
  context: Record<string, unknown>
}

export type FromInstance =
  | { kind: 'loaded' }
  | {
      kind: 'log'
      requestId: string
      stream: 'stdout' | 'stderr'
      text: string
    }
  /** It holds more memory than it may. */
  | { kind: 'full'; requestId: string }
  /** `result` is JSON. */
  | { kind: 'result'; requestId: string; result: string }
  | {
      kind: 'error'
      requestId: string
      name: string
      message: string
      stack: string
    }
