import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import { Parts } from '../../components/Parts'
import { Sheet } from '../../components/Sheet'
import { deskWords } from '../../text/order-desk-words'

const words = deskWords.card

interface CardPlacedProps {
  order: string
  /** For whom, and what. */
  of: readonly (string | null)[]
  onNext(): void
}

export const seeOrder = (order: string): void => void Taro.redirectTo({ url: `/staff/order/order?id=${order}` })

/** A card is entered: cards come in a pile, so that the next one is a tap away, and what was entered, too. */
export function CardPlaced({ order, of, onNext }: CardPlacedProps) {
  return (
    <Sheet title={words.placed} onClose={onNext}>
      <Parts of={of} />
      <View className='desk-buttons'>
        <Button onPress={onNext}>{words.next}</Button>
        <Button kind='plain' onPress={() => seeOrder(order)}>
          {words.see}
        </Button>
      </View>
    </Sheet>
  )
}
