import { View } from '@tarojs/components'
import { useState } from 'react'
import { canRemind, remind } from '../../cloud/remind'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import type { Inbox } from '../../domain/message'
import { reminderWords } from '../../text/message-words'

interface RemindersProps {
  grants: Inbox['grants']
  asks: Inbox['asks']
  onMore(): Promise<void>
}

/** How many reminders WeChat may still send, and a tap for more: each was agreed to once, and is used once. */
export function Reminders({ grants, asks, onMore }: RemindersProps) {
  const [refused, setRefused] = useState(false)
  if (!canRemind(asks)) return null
  const left = asks.filter(({ template }) => (grants[template] ?? 0) > 0)
  const said = left.map(({ template }) => `${reminderWords.of[template]} ${grants[template]} 次`)
  const more = async () => {
    const given = await remind(asks)
    setRefused(!given)
    if (given) await onMore()
  }
  return (
    <Card>
      <View>{left.length > 0 ? reminderWords.left(said) : reminderWords.none}</View>
      {refused && <View className='soft'>{reminderWords.no}</View>}
      <Button kind='plain' onPress={more}>
        {reminderWords.more}
      </Button>
    </Card>
  )
}
