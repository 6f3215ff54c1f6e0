import { View } from '@tarojs/components'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import { day, hour, startOfDay } from '../../domain/day'
import type { Slot } from '../../domain/order'
import { orderWords } from '../../text/order-words'
import { dayWords } from '../../text/time'

/** Parts of a day in local hours. */
const parts = { morning: [9, 12], noon: [12, 14], afternoon: [14, 18], evening: [18, 20] } as const
type Part = keyof typeof parts

/** How many days ahead can be chosen by a tap. */
const days = 7

interface WhenProps {
  label: string
  now: number
  value: Slot | null
  /** Whether any time will do is an answer, too. */
  open: boolean
  onChange(wants: Slot | null): void
}

const slotOn = (at: number, part: Part): Slot => ({
  startsAt: startOfDay(at) + parts[part][0] * hour,
  endsAt: startOfDay(at) + parts[part][1] * hour,
})

/** A day and a part of it, by two taps; or whenever. */
export function When({ label, now, value, open, onChange }: WhenProps) {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const ahead = Array.from({ length: days }, (_, n) => startOfDay(now) + n * day)
  const chosen = value && startOfDay(value.startsAt)
  const left = (at: number): Part[] => (Object.keys(parts) as Part[]).filter((part) => slotOn(at, part).endsAt > now)
  const choose = (at: number) => {
    const kept = (Object.keys(parts) as Part[]).find((part) => value?.startsAt === slotOn(chosen ?? at, part).startsAt)
    const part = kept && left(at).includes(kept) ? kept : left(at)[0]
    if (part) onChange(slotOn(at, part))
  }
  return (
    <View className='field' aria-label={label} {...spokenAs('group')}>
      <View className='field-label'>{label}</View>
      <View className='order-chips'>
        {open && (
          <Chip kind='radio' on={value === null} onPress={() => onChange(null)}>
            {words.whenever}
          </Chip>
        )}
        {ahead
          .filter((at) => left(at).length > 0)
          .map((at) => (
            <Chip key={at} kind='radio' on={chosen === at} onPress={() => choose(at)}>
              {dayWords(at, now)}
            </Chip>
          ))}
      </View>
      {chosen !== null && (
        <View className='order-chips'>
          {left(chosen).map((part) => (
            <Chip
              key={part}
              kind='radio'
              on={value?.startsAt === slotOn(chosen, part).startsAt}
              onPress={() => onChange(slotOn(chosen, part))}
            >
              {`${words.parts[part]} ${parts[part][0]}–${parts[part][1]} 点`}
            </Chip>
          ))}
        </View>
      )}
    </View>
  )
}
