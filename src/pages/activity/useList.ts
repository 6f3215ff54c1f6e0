import { useRef } from 'react'
import { type Answer, call } from '../../cloud/call'
import { type Query, useQuery } from '../../cloud/useQuery'
import type { ActivityFilter, ActivityList } from '../../domain/activity'

type Page = Answer<ActivityList>

/**
 * The list of activities, page after page, as one query. Asking again asks for as many pages as are shown, so that
 * coming back to the list leaves it as long as it was; `more` asks for the next page only.
 */
export function useList(filter: ActivityFilter, words: string): Query<ActivityList> & { more(): void } {
  const name = `activity.list.${filter}.${words}`
  const shown = useRef({ name, pages: 1, growing: undefined as ActivityList | undefined })
  if (shown.current.name !== name) shown.current = { name, pages: 1, growing: undefined }

  const pageAfter = (after: ActivityList['next']) => call.activity.list({ filter, words, after })

  async function ask(): Promise<Page> {
    const { growing } = shown.current
    shown.current.growing = undefined
    if (growing) return joined(growing, await pageAfter(growing.next))
    let list = await pageAfter(null)
    for (let page = 1; page < shown.current.pages && list.ok && list.value.next; page += 1)
      list = joined(list.value, await pageAfter(list.value.next))
    return list
  }

  const query = useQuery(name, ask, words === '')

  function more(): void {
    if (query.loading || !query.value?.next) return
    shown.current.pages += 1
    shown.current.growing = query.value
    void query.refresh()
  }

  return { ...query, more }
}

/** Two pages as one. Someone may have moved from one to the other between the two questions: each stands once. */
function joined(before: ActivityList, page: Page): Page {
  if (!page.ok) return page
  const seen = new Set(before.cards.map((card) => card.id))
  const cards = [...before.cards, ...page.value.cards.filter((card) => !seen.has(card.id))]
  return { ok: true, value: { cards, next: page.value.next } }
}
