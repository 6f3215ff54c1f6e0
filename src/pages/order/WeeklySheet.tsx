import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Sheet } from '../../components/Sheet'
import type { Series } from '../../domain/order'
import { weeklyQuestion } from '../../text/order-deed-words'

interface WeeklySheetProps {
  busy: boolean
  /** What came of the last try, where it did not succeed. */
  trouble?: ReactNode
  onAnswer(series: Series): Promise<void>
  onClose(): void
}

/** A weekly order is not wanted: only this week, or no more at all; neither is taken for granted. */
export function WeeklySheet({ busy, trouble, onAnswer, onClose }: WeeklySheetProps) {
  const { elder } = useDisplay()
  const words = weeklyQuestion(elder)
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className='order-hint'>{words.text}</View>
      {trouble}
      <Button kind='plain' busy={busy} onPress={() => onAnswer('goes-on')}>
        {words.goesOn}
      </Button>
      <View className='soft order-hint'>{words.goesOnNote}</View>
      <Button kind='danger' busy={busy} onPress={() => onAnswer('ends')}>
        {words.ends}
      </Button>
      <View className='soft order-hint'>{words.endsNote}</View>
      <Button kind='plain' onPress={onClose}>
        {words.keep}
      </Button>
    </Sheet>
  )
}
