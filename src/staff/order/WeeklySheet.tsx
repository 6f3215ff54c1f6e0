import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Sheet } from '../../components/Sheet'
import type { Series } from '../../domain/order'
import { weeklyQuestion } from '../../text/order-deed-words'

interface WeeklySheetProps {
  busy: boolean
  onAnswer(series: Series): Promise<void>
  onClose(): void
}

/** A weekly order is not wanted, and staff say so for who ordered: only this week, or no more at all; neither is taken for granted. */
export function WeeklySheet({ busy, onAnswer, onClose }: WeeklySheetProps) {
  const words = weeklyQuestion(false)
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className='desk-note'>{words.text}</View>
      <Button kind='plain' busy={busy} onPress={() => onAnswer('goes-on')}>
        {words.goesOn}
      </Button>
      <View className='soft desk-note'>{words.goesOnNote}</View>
      <Button kind='danger' busy={busy} onPress={() => onAnswer('ends')}>
        {words.ends}
      </Button>
      <View className='soft desk-note'>{words.endsNote}</View>
      <Button kind='plain' onPress={onClose}>
        {words.keep}
      </Button>
    </Sheet>
  )
}
