import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { FieldError } from '../../components/FieldError'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import { dayParts, type WeekTime } from '../../domain/volunteer'
import { volunteerWords } from '../../text/volunteer-words'
import { partWords, quickTimes, weekdayWords, weekTimeWords } from '../../text/volunteer-option-words'
import { hasAll, toggled, toggledAll } from './profile'

interface TimesProps {
  chosen: readonly WeekTime[]
  error: string | null
  onChange(times: WeekTime[]): void
}

/** When one is usually free: six taps say most people's week, and each day can be said by itself. */
export function Times({ chosen, error, onChange }: TimesProps) {
  const { elder } = useDisplay()
  const words = volunteerWords(elder)
  const [exactly, setExactly] = useState(false)
  return (
    <View className='serve-field' aria-label={words.times} {...spokenAs('group')}>
      <Text className='field-label'>{words.times}</Text>
      {exactly ? (
        [1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <View key={weekday} className='serve-day'>
            <Text className='serve-weekday'>{weekdayWords(weekday)}</Text>
            {dayParts.map((part) => {
              const time = `${weekday}-${part}` as WeekTime
              return (
                <Chip
                  key={time}
                  label={weekTimeWords(time)}
                  on={chosen.includes(time)}
                  onPress={() => onChange(toggled(chosen, time))}
                >
                  {partWords[part]}
                </Chip>
              )
            })}
          </View>
        ))
      ) : (
        <View className='serve-chips'>
          {quickTimes.map(({ label, times }) => (
            <Chip key={label} on={hasAll(chosen, times)} onPress={() => onChange(toggledAll(chosen, times))}>
              {label}
            </Chip>
          ))}
        </View>
      )}
      <FieldError error={error} />
      <Chip kind='button' onPress={() => setExactly(!exactly)}>
        {exactly ? words.roughly : words.exactly}
      </Chip>
    </View>
  )
}
