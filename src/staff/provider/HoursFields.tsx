import { View } from '@tarojs/components'
import { FieldError } from '../../components/FieldError'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { spokenAs } from '../../components/press'
import { weekdayNames } from '../../text/open-hours'
import { providerWords as words } from '../../text/provider-words'
import type { WrittenHours } from './hours'

interface HoursFieldsProps {
  hours: WrittenHours[]
  error: string | null
  onChange(hours: WrittenHours[]): void
}

/** From Monday to Sunday: whether they work, and from when to when. */
export function HoursFields({ hours, error, onChange }: HoursFieldsProps) {
  const set = (weekday: number, more: Partial<WrittenHours>) =>
    onChange(hours.map((own, index) => (index === weekday ? { ...own, ...more } : own)))
  return (
    <View className='field' aria-label={words.hours} {...spokenAs('group')}>
      <View className='field-label'>{words.hours}</View>
      {[1, 2, 3, 4, 5, 6, 0].map((weekday) => {
        const own = hours[weekday]
        const name = weekdayNames[weekday] ?? ''
        return (
          own && (
            <View key={weekday} className='provider-day'>
              <Chip on={own.on} onPress={() => set(weekday, { on: !own.on })}>
                {name}
              </Chip>
              {own.on && (
                <View className='provider-day-hours'>
                  <Field
                    bare
                    label={`${name}${words.from}`}
                    value={own.from}
                    maxLength={5}
                    onChange={(from) => set(weekday, { from })}
                  />
                  <Field
                    bare
                    label={`${name}${words.to}`}
                    value={own.to}
                    maxLength={5}
                    onChange={(to) => set(weekday, { to })}
                  />
                </View>
              )}
            </View>
          )
        )
      })}
      <FieldError error={error} />
    </View>
  )
}
