import { useCallback, useEffect, useRef, useState } from 'react'
import { call, type Problem } from '../../cloud/call'
import { chanceId } from '../../cloud/chance'
import type { EditorPage } from '../../domain/activity-change'
import { isSamePlan, type Plan, planOf } from '../../domain/activity-draft'

/** So long after the last key a plan is saved by itself, in milliseconds. */
const pause = 1200

/** What was changed here since it was loaded, laid over what a colleague has saved meanwhile: neither is lost. */
export function merged(before: Plan, mine: Plan, theirs: Plan): Plan {
  const changed = Object.entries(mine).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Plan]),
  )
  return { ...theirs, ...Object.fromEntries(changed) }
}

/**
 * A plan that is being written. A draft saves itself a moment after the last key; one save is on its way at a time, and
 * each says which version it was made of. `begin` is what a new one begins with.
 */
export function usePlan(id: string, begin: Plan | undefined, load: boolean) {
  const [page, setPage] = useState<EditorPage>()
  const [plan, setPlan] = useState<Plan | undefined>(begin)
  const [problem, setProblem] = useState<Problem>()
  const [saving, setSaving] = useState(false)
  const now = useRef({
    plan,
    page,
    saved: undefined as Plan | undefined,
    running: undefined as Promise<boolean> | undefined,
  })
  now.current.plan = plan
  now.current.page = page

  const take = useCallback((answer: EditorPage, keepMine: boolean) => {
    const { plan: mine, saved } = now.current
    const next = keepMine && mine && saved ? merged(saved, mine, answer.plan) : answer.plan
    now.current.saved = answer.plan
    now.current.page = answer
    now.current.plan = next
    setPage(answer)
    setPlan(next)
  }, [])

  const loaded = useCallback(
    (answer: Awaited<ReturnType<typeof call.activity.draft>>) => {
      setProblem(answer.ok ? undefined : answer)
      if (answer.ok) take(answer.value, true)
    },
    [take],
  )
  const refresh = useCallback(async () => loaded(await call.activity.draft({ activity: id })), [id, loaded])

  useEffect(() => {
    if (load) void call.activity.draft({ activity: id }).then(loaded)
  }, [load, id, loaded])

  /** Saves what is there now; true where it is saved, whatever was written since. */
  const save = useCallback(async (): Promise<boolean> => {
    const state = now.current
    // Several may wait for the one on its way; whichever goes on first is what the others wait for next.
    while (state.running) await state.running
    const mine = state.plan
    if (!mine || (state.saved && isSamePlan(mine, state.saved))) return true
    const written = planOf(mine)
    const version = state.page?.version ?? 0
    state.running = (async () => {
      setSaving(true)
      const answer = await call.activity.saveDraft({ ...written, intent: chanceId(), activity: id, version })
      setSaving(false)
      state.running = undefined
      if (!answer.ok) {
        setProblem(answer)
        return false
      }
      setProblem(undefined)
      state.saved = written
      state.page = answer.value
      setPage(answer.value)
      return true
    })()
    return state.running
  }, [id])

  const isDraft = page === undefined || page.state === 'draft'
  const dirty = plan !== undefined && !(now.current.saved && isSamePlan(plan, now.current.saved))
  useEffect(() => {
    if (!plan || !isDraft || !dirty || problem?.reason === 'changed-meanwhile') return undefined
    const timer = setTimeout(() => void save(), pause)
    return () => clearTimeout(timer)
  }, [plan, isDraft, dirty, problem, save])

  const change = useCallback((more: Partial<Plan>) => setPlan((before) => before && { ...before, ...more }), [])
  return {
    page,
    plan,
    problem,
    saving,
    dirty,
    /** The version that was saved last: right after a save the screen may still be of the one before. */
    version: () => now.current.page?.version ?? 0,
    change,
    save,
    refresh,
    take,
    dismiss: () => setProblem(undefined),
    setProblem,
  }
}
