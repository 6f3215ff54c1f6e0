import { useState } from 'react'
import { View } from '@tarojs/components'
import { canRemind, remind } from '../../cloud/remind'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import type { ActivityPage, SignUpOutcome } from '../../domain/activity'
import { pageWords, remindWords, signedWords } from '../../text/activity-page'

interface SignedProps {
  outcome: SignUpOutcome
  page: ActivityPage
  now: number
  onRead(): void
}

/** What became of the sign-up just made, and what happens next. */
export function Signed({ outcome, page, now, onRead }: SignedProps) {
  const { elder } = useDisplay()
  const [reminded, setReminded] = useState<boolean>()
  const asks = remindWords(elder)
  const ask = async () => setReminded(await remind(outcome.asks))
  const { title, message, next } = signedWords(outcome, page, now, elder)
  return (
    <View className='signed' {...spokenAs('status')}>
      <View className='signed-title'>{title}</View>
      <View>{message}</View>
      <View className='signed-next'>{next}</View>
      {canRemind(outcome.asks) && reminded === undefined && <Button onPress={ask}>{asks.ask}</Button>}
      {reminded !== undefined && <View>{reminded ? asks.yes : asks.no}</View>}
      <Button kind='plain' onPress={onRead}>
        {pageWords(elder).done}
      </Button>
    </View>
  )
}
