import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Sheet } from '../../components/Sheet'
import { dialWords } from '../../text/emergency-words'
import { deskWords } from '../../text/order-desk-words'

const words = deskWords.urgent

interface CardUrgentProps {
  /** Whether it may be over, so that it is asked. */
  ask: boolean
  numbers: readonly string[]
  onAnswer(urgent: 'call-me' | 'not-now'): Promise<void>
  onClose(): void
}

/** Closing the phone's own question without calling is no fault. */
const dial = (phoneNumber: string): void => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)

/**
 * What stands on a card reads as an emergency: whom to call for them now; then it is written down all the same, as what
 * a social worker sees to at once, or, where the words allow it, as what is over.
 */
export function CardUrgent({ ask, numbers, onAnswer, onClose }: CardUrgentProps) {
  const [busy, setBusy] = useState(false)
  const answer = async (urgent: 'call-me' | 'not-now') => {
    setBusy(true)
    await onAnswer(urgent)
    setBusy(false)
  }
  return (
    <Sheet title={words.title(ask)} onClose={onClose}>
      <View className='desk-warn'>{words.text}</View>
      <View className='desk-buttons'>
        {numbers.map((number) => (
          <Button key={number} onPress={() => dial(number)}>
            {dialWords(number)}
          </Button>
        ))}
        <Button kind='plain' busy={busy} onPress={() => answer('call-me')}>
          {words.now}
        </Button>
        <View className='soft'>{words.nowNote}</View>
        {ask && (
          <Button kind='plain' busy={busy} onPress={() => answer('not-now')}>
            {words.over}
          </Button>
        )}
      </View>
    </Sheet>
  )
}
