import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { canListen, listen, type Listening } from '../../cloud/speech'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Lines } from '../../components/Lines'
import { spokenAs } from '../../components/press'
import { orderWords } from '../../text/order-words'

interface SayProps {
  label: string
  value: string
  error: string | null
  onChange(words: string): void
}

/** What one needs in one's own words: written, or spoken where the platform can listen. */
export function Say({ label, value, error, onChange }: SayProps) {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const [state, setState] = useState<'quiet' | 'listening' | 'unheard'>('quiet')
  const current = useRef<Listening | null>(null)
  const speak = async () => {
    if (current.current) return current.current.stop()
    current.current = listen()
    if (!current.current) return
    setState('listening')
    const heard = await current.current.heard
    current.current = null
    setState(heard ? 'quiet' : 'unheard')
    if (heard) onChange(value === '' ? heard : `${value}，${heard}`)
  }
  return (
    <View className='order-say'>
      <Lines label={label} hint={words.sayHint} value={value} error={error} maxLength={200} onChange={onChange} />
      {canListen() && (
        <Button kind='plain' onPress={() => void speak()}>
          {state === 'listening' ? words.listening : words.speak}
        </Button>
      )}
      {state === 'unheard' && (
        <View className='soft' {...spokenAs('status')}>
          {words.unheard}
        </View>
      )}
    </View>
  )
}
