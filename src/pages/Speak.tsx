import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { canListen, listen, type Listening } from '../cloud/speech'
import { Button } from '../components/Button'
import { useDisplay } from '../components/display'
import { spokenAs } from '../components/press'
import { speechWords } from '../text/speech-words'

/** Says instead of types, where the platform can listen; where it cannot, nothing is shown and one types. */
export function Speak({ onHeard }: { onHeard(words: string): void }) {
  const { elder } = useDisplay()
  const words = speechWords(elder)
  const [can] = useState(canListen)
  const [state, setState] = useState<'quiet' | 'listening' | 'unheard'>('quiet')
  const current = useRef<Listening | null>(null)
  // Who leaves the page is not listened to any longer.
  useEffect(() => () => current.current?.stop(), [])
  const speak = async () => {
    if (current.current) return current.current.stop()
    current.current = listen()
    if (!current.current) return setState('unheard')
    setState('listening')
    const heard = await current.current.heard
    current.current = null
    setState(heard ? 'quiet' : 'unheard')
    if (heard) onHeard(heard)
  }
  if (!can) return null
  return (
    <View>
      <Button kind='plain' onPress={() => void speak()}>
        {state === 'listening' ? words.listening : words.speak}
      </Button>
      {state === 'unheard' && (
        <View className='soft' {...spokenAs('status')}>
          {words.unheard}
        </View>
      )}
    </View>
  )
}

/** What was heard, after what stands there already, no longer than there is room for. */
export const after = (written: string, heard: string, most: number): string =>
  (written.trim() === '' ? heard : `${written}，${heard}`).slice(0, most)
