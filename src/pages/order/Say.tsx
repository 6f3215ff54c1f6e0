import { View } from '@tarojs/components'
import { useDisplay } from '../../components/display'
import { Lines } from '../../components/Lines'
import { orderWords } from '../../text/order-words'
import { after, Speak } from '../Speak'

interface SayProps {
  label: string
  value: string
  error: string | null
  onChange(words: string): void
}

/** As much as there is room for. */
const most = 200

/** What one needs in one's own words: written, or spoken where the platform can listen. */
export function Say({ label, value, error, onChange }: SayProps) {
  const { elder } = useDisplay()
  return (
    <View className='order-say'>
      <Lines
        label={label}
        hint={orderWords(elder).sayHint}
        value={value}
        error={error}
        maxLength={most}
        onChange={onChange}
      />
      <Speak onHeard={(heard) => onChange(after(value, heard, most))} />
    </View>
  )
}
