/** One call of WeChat's open API that a function made. */
export interface SentCall {
  /** "subscribeMessage.send" */
  api: string
  data: unknown
  at: number
}

/** Stands where WeChat's open APIs are: keeps what was sent, in order, and answers as if all went well. */
export class OpenApiRecorder {
  readonly calls: SentCall[] = []
  private readonly replies = new Map<string, unknown>()

  constructor(private readonly now: () => number) {}

  /** What an API answers from now on, in place of `{ errcode: 0 }`. */
  reply(api: string, answer: unknown): void {
    this.replies.set(api, answer)
  }

  clear(): void {
    this.calls.length = 0
    this.replies.clear()
  }

  /** The wire's `wx.api`. */
  take(request: Record<string, unknown>): { data: { responseData: string } } {
    const api = String(request.apiName ?? request.cgiName)
    const data: unknown = typeof request.requestData === 'string' ? parsed(request.requestData) : request.requestData
    return { data: { responseData: JSON.stringify(this.answer(api, data)) } }
  }

  /** Keeps one call; the answer is WeChat's. */
  answer(api: string, data: unknown): unknown {
    this.calls.push({ api, data, at: this.now() })
    return this.replies.get(api) ?? { errcode: 0, errmsg: 'ok' }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
