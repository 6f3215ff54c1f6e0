import { useState } from 'react'
import { dateText, momentOf } from '../text/moment-words'
import { Field } from './Field'

interface DayFieldProps {
  label: string
  /** The day's first moment; nothing where none is written. */
  value: number | null
  hint?: string
  error?: string | null
  /** Also told when what is written is no day (`undefined`). */
  onChange(at: number | null | undefined): void
}

/** A day to write: "2026-5-5". */
export function DayField({ label, value, hint, error, onChange }: DayFieldProps) {
  const [text, setText] = useState(dateText(value))
  const write = (written: string) => {
    setText(written)
    onChange(written.trim() === '' ? null : (momentOf(written.trim(), '0:00') ?? undefined))
  }
  return <Field label={label} hint={hint} value={text} error={error} maxLength={12} onChange={write} />
}
