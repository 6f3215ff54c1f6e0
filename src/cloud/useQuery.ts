import { useCallback, useEffect, useRef, useState } from 'react'
import Taro, { useDidShow } from '@tarojs/taro'
import type { Answer, Problem } from './call'
import { centreNow } from './centre'
import { recall, remember } from './memory'

export interface Query<Value> {
  /** What was last answered; kept while it is asked again, and when asking fails. */
  value: Value | undefined
  /** When it was answered, in epoch milliseconds. */
  at: number | undefined
  /** Why the last asking gave nothing. */
  problem: Problem | undefined
  /** True while there is an answer to come. */
  loading: boolean
  refresh(): Promise<void>
}

interface Kept<Value> {
  value: Value
  at: number
}

/**
 * Asks for something to show: when the screen opens, whenever it is shown again, and on `refresh`. What was answered
 * last is shown at once and stays while a newer answer is on its way; without a network it is what there is.
 *
 * `name` says what is asked for; a new name is a new question. With `keep` the phone remembers the answer.
 */
export function useQuery<Value>(name: string, ask: () => Promise<Answer<Value>>, keep = true): Query<Value> {
  const key = `seen.${centreNow()}.${name}`
  const [state, setState] = useState(() => ({ key, ...start<Value>(key, keep) }))
  const latest = useRef({ key, ask, turn: 0, asked: '', waiting: false })
  latest.current.ask = ask
  latest.current.key = key

  const refresh = useCallback(async () => {
    const turn = ++latest.current.turn
    const asked = latest.current.key
    latest.current.asked = asked
    setState((before) => ({
      ...(before.key === asked ? before : { key: asked, ...start<Value>(asked, keep) }),
      loading: true,
    }))
    latest.current.waiting = true
    const answer = await latest.current.ask()
    if (turn !== latest.current.turn) return
    latest.current.waiting = false
    if (answer.ok) {
      const now = { value: answer.value, at: Date.now() }
      if (keep) remember(asked, now)
      setState({ key: asked, ...now, problem: undefined, loading: false })
    } else setState((before) => ({ ...before, problem: answer, loading: false }))
  }, [keep])

  useEffect(() => {
    if (latest.current.asked !== key) void refresh()
  }, [key, refresh])
  // A screen is shown when it opens, too; then the question is on its way already.
  useDidShow(() => {
    if (!latest.current.waiting) void refresh()
  })

  const shown = state.key === key ? state : { ...start<Value>(key, keep), problem: undefined, loading: true }
  return { value: shown.value, at: shown.at, problem: shown.problem, loading: shown.loading, refresh }
}

function start<Value>(key: string, keep: boolean) {
  const kept = keep ? (recall(key) as Kept<Value> | undefined) : undefined
  return { value: kept?.value, at: kept?.at, problem: undefined as Problem | undefined, loading: true }
}

/** Asks again for a screen that was pulled down. */
export async function pulled(refresh: () => Promise<void>): Promise<void> {
  await refresh()
  Taro.stopPullDownRefresh()
}
