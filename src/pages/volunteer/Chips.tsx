import { Text, View } from '@tarojs/components'
import { FieldError } from '../../components/FieldError'
import { Chip } from '../../components/Chip'
import { spokenAs } from '../../components/press'

interface ChipsProps<Value extends string> {
  label: string
  hint?: string
  options: readonly { value: Value; label: string }[]
  chosen: readonly Value[]
  error?: string | null
  onToggle(value: Value): void
}

/** Several out of many, each a tap. */
export function Chips<Value extends string>({ label, hint, options, chosen, error, onToggle }: ChipsProps<Value>) {
  return (
    <View className='serve-field' aria-label={label} {...spokenAs('group')}>
      <Text className='field-label'>{label}</Text>
      {hint && <View className='soft'>{hint}</View>}
      <View className='serve-chips'>
        {options.map((option) => (
          <Chip key={option.value} on={chosen.includes(option.value)} onPress={() => onToggle(option.value)}>
            {option.label}
          </Chip>
        ))}
      </View>
      <FieldError error={error} />
    </View>
  )
}
