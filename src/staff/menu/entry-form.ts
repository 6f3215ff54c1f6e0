import type { EntryWords, OwnService } from '../../domain/menu'
import type { ComposedEntry } from '../../domain/menu-page'
import { whyNotWords } from '../../domain/menu-standing'
import { wrongWords } from '../../text/menu-staff-words'

/** A line as it is being written: texts as typed, a day that is none as nothing at all. */
export interface EntryForm {
  providers: string[]
  when: string
  where: string
  weekly: string
  price: string
  from: number | null | undefined
  until: number | null | undefined
}

/** What is wrong, by field. */
export type EntryWrong = Partial<Record<keyof EntryForm | keyof OwnService, string>>

export const formOf = (entry: ComposedEntry | undefined): EntryForm => ({
  providers: entry?.providers ?? [],
  when: entry?.when ?? '',
  where: entry?.where ?? '',
  weekly: entry?.weekly == null ? '' : String(entry.weekly),
  price: entry?.price ?? '',
  from: entry?.from ?? null,
  until: entry?.until ?? null,
})

const textOf = (text: string): string | null => (text.trim() === '' ? null : text.trim())

const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most

const length = (text: string): number => [...text.trim()].length

function wrongOwn(own: OwnService): EntryWrong {
  return {
    ...(length(own.name) < 2 || length(own.name) > 12 ? { name: wrongWords.name } : {}),
    ...(length(own.description) < 2 || length(own.description) > 40 ? { description: wrongWords.description } : {}),
    ...(own.bands.length === 0 ? { bands: wrongWords.bands } : {}),
    ...(isWhole(String(own.minutes), 5, 600) ? {} : { minutes: wrongWords.minutes }),
    ...(own.qualification !== null && length(own.qualification) < 2 ? { qualification: wrongWords.text } : {}),
  }
}

/** What the form says, or what is wrong with it. */
export function readForm(
  form: EntryForm,
  own: OwnService | null,
): { told?: EntryWords & { own: OwnService | null }; wrong: EntryWrong } {
  const weekly = form.weekly.trim()
  const wrong: EntryWrong = {
    ...(weekly === '' || isWhole(weekly, 1, 999) ? {} : { weekly: wrongWords.number }),
    ...(form.from === undefined ? { from: wrongWords.day } : {}),
    ...(form.until === undefined ? { until: wrongWords.day } : {}),
    ...(own ? wrongOwn(own) : {}),
  }
  if (Object.keys(wrong).length > 0) return { wrong }
  const words: EntryWords = {
    providers: form.providers,
    when: textOf(form.when),
    where: textOf(form.where),
    weekly: weekly === '' ? null : Number(weekly),
    price: textOf(form.price),
    from: form.from ?? null,
    until: form.until ?? null,
  }
  if (whyNotWords(words)) return { wrong: { until: wrongWords.season } }
  return { told: { ...words, own }, wrong: {} }
}
