import * as v from 'valibot'
import { updateInput } from '../../domain/member'
import { draftErrors } from '../../text/member-words'
import type { Draft, DraftErrors } from './Particulars'

/** What is wrong with a draft, by field, in words; nothing where it may be sent. Parsed by the function's own schema. */
export function whyNotSend(draft: Draft): DraftErrors | undefined {
  const { issues } = v.safeParse(updateInput, draft)
  if (!issues) return undefined
  const wrong = new Set(issues.map((issue) => v.getDotPath(issue)))
  return {
    name: wrong.has('name') ? draftErrors.name : null,
    band: wrong.has('band') ? draftErrors.band : null,
  }
}
