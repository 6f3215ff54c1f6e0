import { Text, Textarea, View } from '@tarojs/components'
import { FieldError } from './FieldError'
import './Field.css'
import './Lines.css'

interface LinesProps {
  label: string
  value: string
  onChange(value: string): void
  hint?: string
  error?: string | null
  maxLength: number
}

/** Several lines of text to write, with the label above and what is wrong below. */
export function Lines({ label, value, onChange, hint, error, maxLength }: LinesProps) {
  const spoken = error ? `${label}，${error}` : label
  return (
    <View className={error ? 'field field-wrong' : 'field'}>
      <Text className='field-label'>{label}</Text>
      <Textarea
        className='lines'
        aria-label={spoken}
        {...(process.env.TARO_ENV === 'h5' && { nativeProps: { 'aria-label': spoken } })}
        value={value}
        placeholder={hint}
        placeholderClass='field-hint'
        maxlength={maxLength}
        onInput={(event) => onChange(event.detail.value)}
      />
      <FieldError error={error} />
    </View>
  )
}
