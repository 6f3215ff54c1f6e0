import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Field } from '../../components/Field'
import { rosterWords } from '../../text/roster-words'

interface NumberFieldProps {
  label: string
  value: string
  error: string | null
  onChange(value: string): void
}

/** A number of seats: typed, or one fewer and one more by a tap. */
export function NumberField({ label, value, error, onChange }: NumberFieldProps) {
  const step = (by: number) => () => onChange(String(Math.max(0, (Number(value) || 0) + by)))
  return (
    <View className='roster-number'>
      <Field label={label} value={value} error={error} maxLength={4} onChange={onChange} />
      <Button kind='plain' label={`${label}${rosterWords.fewer}`} onPress={step(-1)}>
        −
      </Button>
      <Button kind='plain' label={`${label}${rosterWords.more}`} onPress={step(1)}>
        ＋
      </Button>
    </View>
  )
}
