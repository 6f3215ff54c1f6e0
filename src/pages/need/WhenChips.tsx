import { View } from '@tarojs/components'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import type { Stretch } from '../../domain/matching/posting'
import { dayNames, dayParts, needWords } from '../../text/need-words'
import { whenWords } from '../../text/when-words'
import { partsOf, toggled, whenOf } from './wish'

/** Which days and which parts of the day, a tap each; none is any time. */
export function WhenChips({ when, onChange }: { when: readonly Stretch[]; onChange(when: Stretch[]): void }) {
  const words = needWords(useDisplay().elder)
  const { days, parts } = partsOf(when)
  return (
    <View>
      <View className='field-label'>{words.whenAsk}</View>
      <View className='need-why'>{whenWords(when)}</View>
      <View className='need-chips'>
        {dayNames.map((name, index) => (
          <Chip
            key={name}
            on={days.includes(index + 1)}
            onPress={() => onChange(whenOf(toggled(days, index + 1), parts))}
          >
            {name}
          </Chip>
        ))}
      </View>
      <View className='need-chips'>
        {dayParts.map(({ label }, index) => (
          <Chip key={label} on={parts.includes(index)} onPress={() => onChange(whenOf(days, toggled(parts, index)))}>
            {label}
          </Chip>
        ))}
        <Chip kind='button' onPress={() => onChange([])}>
          {words.anyTime}
        </Chip>
      </View>
    </View>
  )
}
