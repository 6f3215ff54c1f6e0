import { View } from '@tarojs/components'
import { dayOf, daysAhead, type Stretch, stretchesOf, whenever } from '../text/day-part-words'
import { Chip } from './Chip'
import { spokenAs } from './press'
import './When.css'

type Span = Pick<Stretch, 'startsAt' | 'endsAt'>

interface WhenProps {
  label: string
  now: number
  value: Span | null
  /** Whether any time will do is an answer, too. */
  open: boolean
  onChange(span: Span | null): void
}

const spanOf = ({ startsAt, endsAt }: Stretch): Span => ({ startsAt, endsAt })

/** A day and a part of it, by two taps; or whenever. */
export function When({ label, now, value, open, onChange }: WhenProps) {
  const chosen = value && dayOf(value.startsAt)
  /** The same part of another day, where that is still to come. */
  const choose = (at: number) => {
    const left = stretchesOf(at, now)
    const same = left.find(({ startsAt }) => value && chosen !== null && startsAt - at === value.startsAt - chosen)
    const stretch = same ?? left[0]
    if (stretch) onChange(spanOf(stretch))
  }
  return (
    <View className='field' aria-label={label} {...spokenAs('group')}>
      <View className='field-label'>{label}</View>
      <View className='when-chips'>
        {open && (
          <Chip kind='radio' on={value === null} onPress={() => onChange(null)}>
            {whenever}
          </Chip>
        )}
        {daysAhead(now).map(({ at, label: name }) => (
          <Chip key={at} kind='radio' on={chosen === at} onPress={() => choose(at)}>
            {name}
          </Chip>
        ))}
      </View>
      {chosen !== null && (
        <View className='when-chips'>
          {stretchesOf(chosen, now).map((stretch) => (
            <Chip
              key={stretch.startsAt}
              kind='radio'
              on={value?.startsAt === stretch.startsAt}
              onPress={() => onChange(spanOf(stretch))}
            >
              {stretch.label}
            </Chip>
          ))}
        </View>
      )}
    </View>
  )
}
