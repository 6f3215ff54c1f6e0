import { useCallback, useRef, useState } from 'react'
import type { Answer, Problem } from './call'
import { chanceId } from './chance'

export interface Action<Input, Value> {
  /** Does it. While it is being done, a further tap is the same tap. */
  run(input: Input): Promise<Answer<Value>>
  /** Does the last thing again, where no answer came to it; nothing where there is none such. */
  again(): Promise<Answer<Value> | undefined>
  busy: boolean
  /** Why it was not done; nothing once it is tried again. */
  problem: Problem | undefined
  /** Puts the problem away, once it was read. */
  dismiss(): void
}

/**
 * Something a person decides to do. Each decision gets its intent's id when it is made, and keeps it through every
 * attempt until an answer comes: doing the same again after a lost answer is the same intent, never a second one.
 */
export function useAction<Input, Value>(
  act: (intent: string, input: Input) => Promise<Answer<Value>>,
): Action<Input, Value> {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const running = useRef<Promise<Answer<Value>>>()
  const open = useRef<{ input: Input; decision: string; intent: string }>()
  const latest = useRef(act)
  latest.current = act

  const run = useCallback((input: Input) => {
    running.current ??= attempt(input).finally(() => {
      running.current = undefined
      setBusy(false)
    })
    return running.current

    async function attempt(decided: Input): Promise<Answer<Value>> {
      const decision = JSON.stringify(decided)
      if (open.current?.decision !== decision) open.current = { input: decided, decision, intent: chanceId() }
      setBusy(true)
      setProblem(undefined)
      const answer = await latest.current(open.current.intent, decided)
      if (answer.ok || isSettled(answer)) open.current = undefined
      if (!answer.ok) setProblem(answer)
      return answer
    }
  }, [])

  const dismiss = useCallback(() => setProblem(undefined), [])

  const again = useCallback(async () => {
    setProblem(undefined)
    return open.current && run(open.current.input)
  }, [run])

  return { run, again, busy, problem, dismiss }
}

/** Whether a "no" ends the intent: without an answer, or after a fault, it may have been done all the same. */
const isSettled = ({ reason }: Problem): boolean => !['offline', 'timeout', 'fault', 'server-busy'].includes(reason)
