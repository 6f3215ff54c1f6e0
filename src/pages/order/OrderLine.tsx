import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { Tag } from '../../components/Tag'
import type { OrderRow } from '../../domain/order-page'
import { orderWords } from '../../text/order-words'
import { rowNote } from '../../text/order-state-words'

/** One order in a list; a tap leads to it. */
export function OrderLine({ row, now }: { row: OrderRow; now: number }) {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const note = rowNote(row, now)
  return (
    <View className='order-card'>
      <Card
        label={`${row.title}，${note}`}
        onPress={() => void Taro.navigateTo({ url: `/pages/order/index?id=${row.id}` })}
      >
        <View className='order-card-title'>{row.title}</View>
        <View className='soft'>{note}</View>
        {row.late && <Tag tone='amber'>{words.late}</Tag>}
        {row.staffOnly && <Tag tone='plain'>{words.staffOnly}</Tag>}
      </Card>
    </View>
  )
}
