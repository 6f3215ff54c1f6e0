import type { NextAction, Problem } from '../text/refusal-wording'
import { refusalText } from '../text/refusals'
import { useDisplay } from './display'
import { Notice } from './Notice'
import { follow, type Here } from './ways'

/**
 * Why something was not done or cannot be shown, in words, with the next steps; those that the page has no way for are
 * left out.
 */
export function Trouble({ problem, ...here }: { problem: Problem } & Here) {
  const { elder } = useDisplay()
  const text = refusalText(problem, elder)
  const { retry, refresh = retry, close } = here
  const own: Partial<Record<NextAction, (() => void) | undefined>> = { retry, refresh, close }
  const actions = text.actions.filter(({ action }) => !(action in own) || own[action] !== undefined)
  return <Notice text={{ ...text, actions }} onAction={(action) => follow(action, here)} />
}
