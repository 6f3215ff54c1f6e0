import { Text, View } from '@tarojs/components'
import { FieldError } from './FieldError'
import { pressable, spokenAs } from './press'
import './Choice.css'

export interface Option<Value extends string> {
  value: Value
  label: string
  /** A few words more about it. */
  note?: string
}

interface ChoiceProps<Value extends string> {
  label: string
  options: readonly Option<Value>[]
  value: Value | null
  onChange(value: Value): void
  error?: string | null
  /** Two or three options beside each other rather than below each other. */
  columns?: 1 | 2 | 3
}

/** One out of several, each large enough to hit and to read. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, options, value, onChange, error, columns = 1 } = props
  return (
    <View className='choice' aria-label={label} {...spokenAs('radiogroup')}>
      <Text className='field-label'>{label}</Text>
      <View className={`choice-options choice-${columns}`}>
        {options.map((option) => (
          <View
            key={option.value}
            className={option.value === value ? 'option option-on' : 'option'}
            {...pressable({
              label: option.note ? `${option.label}，${option.note}` : option.label,
              role: 'radio',
              on: option.value === value,
              onPress: () => onChange(option.value),
            })}
          >
            <View>
              <Text className='option-label'>{option.label}</Text>
              {option.note && <View className='soft'>{option.note}</View>}
            </View>
            <Text className='option-tick'>{option.value === value ? '✓' : ''}</Text>
          </View>
        ))}
      </View>
      <FieldError error={error} />
    </View>
  )
}
