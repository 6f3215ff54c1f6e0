import type { Problem } from '../text/refusal-wording'
import { refusalText } from '../text/refusals'
import { useDisplay } from './display'
import { Notice } from './Notice'
import { follow, type Here } from './ways'

/** Why something was not done or cannot be shown, in words, with the next steps. Steps that the page has no way for are left out. */
export function Trouble({ problem, retry, close }: { problem: Problem } & Here) {
  const { elder } = useDisplay()
  const text = refusalText(problem, elder)
  const actions = text.actions.filter(({ action }) => (action === 'close' ? close : action === 'retry' ? retry : true))
  return <Notice text={{ ...text, actions }} onAction={(action) => follow(action, { retry, close })} />
}
