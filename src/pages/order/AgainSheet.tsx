import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Sheet } from '../../components/Sheet'
import type { OrderedBefore } from '../../domain/order-again'
import { againWords, beforeWords } from '../../text/order-again-words'

interface AgainSheetProps {
  before: Pick<OrderedBefore, 'order' | 'placedAt' | 'state'>
  /** The relative's name; nothing for oneself. */
  whom: string | null
  now: number
  busy: boolean
  onAgain(): Promise<void>
  onClose(): void
}

/** Before the same is ordered a second time: which one there is already, the way to it, and that one wants both. */
export function AgainSheet({ before, whom, now, busy, onAgain, onClose }: AgainSheetProps) {
  const { elder } = useDisplay()
  const words = againWords(elder)
  const look = () => {
    onClose()
    void Taro.navigateTo({ url: `/pages/order/index?id=${before.order}` })
  }
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className='order-sheet-words'>{beforeWords(before, whom, now)}。</View>
      <View className='soft'>{words.more}</View>
      <View className='order-buttons'>
        <Button onPress={look}>{words.open}</Button>
        <Button kind='plain' busy={busy} onPress={onAgain}>
          {words.again}
        </Button>
      </View>
    </Sheet>
  )
}
