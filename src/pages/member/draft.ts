import * as v from 'valibot'
import type { AgeBand } from '../../domain/age'
import { type Birth, bandAt, birthInput, isBorn } from '../../domain/birth'
import { needsBirth, type Relation, updateInput } from '../../domain/member'
import { draftErrors } from '../../text/member-words'

/** A birth as far as it is written. */
export interface BirthDraft {
  year: string
  month: string
}

export const draftOfBirth = (birth: Birth | null | undefined): BirthDraft => ({
  year: birth ? String(birth.year) : '',
  month: birth ? String(birth.month) : '',
})

/** What a person says of themselves, as far as they have said it. */
export interface Draft {
  name: string
  band: AgeBand | null
  building: string | null
  /** The estate, where no building of it was chosen. */
  estate: string | null
  birth: BirthDraft
}

export interface DraftErrors {
  name?: string | null
  band?: string | null
  birth?: boolean
}

/** The birth that was written; nothing where none was, or `wrong` where it is no birth. */
export function birthIn({ year, month }: BirthDraft, now: number): Birth | null | 'wrong' {
  if (year.trim() === '' && month.trim() === '') return null
  const birth = { year: Number(year), month: Number(month) }
  return v.is(birthInput, birth) && isBorn(birth, now) ? birth : 'wrong'
}

/** Whether a birth is missing or no birth. */
export const isBirthWrong = (
  birth: Birth | null | 'wrong',
  said: AgeBand | null,
  relation: Relation | null = null,
): boolean => birth === 'wrong' || (birth === null && needsBirth(said, relation))

/** What of a draft may be sent, parsed by the function's own schema; or what is wrong with it, by field. */
export function toldIn(draft: Draft, now: number) {
  const { name, building, estate } = draft
  const birth = birthIn(draft.birth, now)
  const band = birth && birth !== 'wrong' ? bandAt(birth, now) : draft.band
  const parsed = v.safeParse(updateInput, { name, band, building, estate, birth: birth === 'wrong' ? null : birth })
  const wrong = new Set(parsed.issues?.map((issue) => v.getDotPath(issue)))
  const birthWrong = isBirthWrong(birth, draft.band)
  if (parsed.success && !birthWrong) return { told: parsed.output }
  const errors: DraftErrors = {
    name: wrong.has('name') ? draftErrors.name : null,
    band: wrong.has('band') ? draftErrors.band : null,
    birth: birthWrong,
  }
  return { errors }
}
