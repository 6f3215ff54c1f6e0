import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Field } from '../../components/Field'
import { day } from '../../domain/day'
import { editorWords } from '../../text/editor-words'
import { clockText, dateText, momentOf } from '../../text/moment-words'
import { dayWords } from '../../text/time'

interface MomentFieldProps {
  label: string
  value: number | null
  /** Where the day begins that a tap on + or − starts from, while nothing is written. */
  near: number
  hint?: string
  error?: string | null
  onChange(at: number | null): void
}

/** A day and an hour: written, or a day earlier and a day later by a tap. */
export function MomentField({ label, value, near, hint, error, onChange }: MomentFieldProps) {
  const [date, setDate] = useState(dateText(value))
  const [clock, setClock] = useState(clockText(value))
  // What comes from elsewhere (a copy, a colleague's change) is shown; what is being written is left alone.
  const [shown, setShown] = useState(value)
  if (value !== shown) {
    setShown(value)
    if (value !== momentOf(date, clock)) {
      setDate(dateText(value))
      setClock(clockText(value))
    }
  }
  const write = (newDate: string, newClock: string) => {
    setDate(newDate)
    setClock(newClock)
    const at = momentOf(newDate, newClock)
    setShown(at)
    if (at !== value) onChange(at)
  }
  const step = (days: number) => () => {
    const at = momentOf(date, clock || '0:00') ?? near
    write(dateText(at + days * day), clock)
  }
  const said = value === null ? '' : `（${dayWords(value, Date.now())}）`

  return (
    <View>
      <View className='roster-number'>
        <Field
          label={`${label}${said}`}
          hint={hint ?? dateText(near)}
          value={date}
          error={error}
          maxLength={12}
          onChange={(text) => write(text, clock)}
        />
        <Button kind='plain' label={`${label}${editorWords.dayEarlier}`} onPress={step(-1)}>
          −
        </Button>
        <Button kind='plain' label={`${label}${editorWords.dayLater}`} onPress={step(1)}>
          ＋
        </Button>
        <View className='moment-clock'>
          <Field
            label={editorWords.clock}
            hint='19:30'
            value={clock}
            maxLength={5}
            onChange={(text) => write(date, text)}
          />
        </View>
      </View>
    </View>
  )
}
