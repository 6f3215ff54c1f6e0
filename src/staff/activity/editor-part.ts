import type { Plan } from '../../domain/activity-draft'

/** What each part of the editor is given: the plan, how to change it, and what is wrong with a field, once asked. */
export interface EditorPart {
  plan: Plan
  change(more: Partial<Plan>): void
  wrong(field: keyof Plan): string | null
}

/** A number that was typed; nothing where there is none. */
export const numberOf = (text: string): number | null => {
  const number = Number(text.trim())
  return text.trim() === '' || !Number.isInteger(number) || number < 0 || number > 5000 ? null : number
}
