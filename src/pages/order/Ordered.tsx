import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { LinkRow } from '../../components/LinkRow'
import { spokenAs } from '../../components/press'
import type { OrderSubject } from '../../domain/order-page'
import { againWords, beforeWords } from '../../text/order-again-words'
import { orderWords } from '../../text/order-words'

interface OrderedProps {
  item: OrderSubject
  /** For whom it is, and the relative's name; no name for oneself. */
  person: string
  whom: string | null
  now: number
  onOther(): void
}

/** What is ordered, and what the same person has open of it already. */
export function Ordered({ item, person, whom, now, onOther }: OrderedProps) {
  const { elder } = useDisplay()
  const before = item.before.find((each) => each.person === person)
  return (
    <View className='order-item'>
      <View className='heading' {...spokenAs('heading')}>
        {item.name}
      </View>
      {before && (
        <View className='order-before' {...spokenAs('status')}>
          <LinkRow
            label={beforeWords(before, whom, now)}
            note={againWords(elder).look}
            onPress={() => void Taro.navigateTo({ url: `/pages/order/index?id=${before.order}` })}
          />
        </View>
      )}
      <Button kind='plain' onPress={onOther}>
        {orderWords(elder).anotherItem}
      </Button>
    </View>
  )
}
