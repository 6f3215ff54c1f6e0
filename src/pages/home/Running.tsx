import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '../../components/Card'
import { LinkRow } from '../../components/LinkRow'
import type { CentrePage } from '../../domain/centre'
import { otherOrdersWords, runningHeading, runningWords } from '../../text/running-words'

interface RunningProps {
  order: NonNullable<CentrePage['order']>
  elder: boolean
  now: number
}

/** What of mine waits for my word, or else what I ordered last and is under way: how it stands, by one tap all of it; and that there are others. */
export function Running({ order, elder, now }: RunningProps) {
  const { title, standing, next, due } = runningWords(order, elder, now)
  const open = () => void Taro.navigateTo({ url: `/pages/order/index?id=${order.id}` })
  const heading = runningHeading(order, elder)
  return (
    <View className='running'>
      <Card label={[heading, title, standing, next, due].filter(Boolean).join('，')} onPress={open}>
        <View className='soft'>{heading}</View>
        <View className='running-title'>{title}</View>
        <View className='running-standing'>{standing}</View>
        <View>{next}</View>
        {due !== null && <View className='soft'>{due}</View>}
      </Card>
      {order.others > 0 && (
        <LinkRow
          label={otherOrdersWords(order.others, elder)}
          onPress={() => void Taro.navigateTo({ url: '/pages/order/mine' })}
        />
      )}
    </View>
  )
}
