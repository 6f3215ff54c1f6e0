import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { Parts } from '../../components/Parts'
import { Tag } from '../../components/Tag'
import type { OrderRow } from '../../domain/order-page'
import { quotedWords } from '../../text/order-own-words'
import { orderWords } from '../../text/order-words'
import { rowNote } from '../../text/order-state-words'
import { dot } from '../../text/spacing'

interface OrderLineProps {
  row: OrderRow
  now: number
  /** How the words begin with which its reader ordered it. */
  said?: string | null
}

/** One order in a list; a tap leads to it. */
export function OrderLine({ row, now, said = null }: OrderLineProps) {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const note = rowNote(row, now)
  return (
    <View className='order-card'>
      <Card
        label={[row.title, said, note.join(dot)].filter(Boolean).join('，')}
        onPress={() => void Taro.navigateTo({ url: `/pages/order/index?id=${row.id}` })}
      >
        <View className='order-card-title'>{row.title}</View>
        {said && <View>{quotedWords(said)}</View>}
        <View className='soft'>
          <Parts of={note} />
        </View>
        {row.late && <Tag tone='amber'>{words.late}</Tag>}
        {row.staffOnly && <Tag tone='plain'>{words.staffOnly}</Tag>}
      </Card>
    </View>
  )
}
