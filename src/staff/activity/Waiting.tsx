import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '../../components/Card'
import { Tag } from '../../components/Tag'
import type { DeskView } from '../../domain/order-input'
import type { Waiting as Counts } from '../../domain/order-waiting'
import { waitingWords as words } from '../../text/board-words'

/** Where each number is looked at, the most urgent first. */
const views = {
  crisis: 'all',
  overdue: 'overdue',
  unassigned: 'unassigned',
  triage: 'triage',
} as const satisfies Record<Exclude<keyof Counts['orders'], 'any'>, DeskView>

/** Orders that wait for somebody at the desk: a call first, then what is late, then what nobody has taken. */
export function Waiting({ orders }: Pick<Counts, 'orders'>) {
  const kinds = (Object.keys(views) as (keyof typeof views)[]).filter((kind) => orders[kind] > 0)
  return (
    <View className='roster-grid'>
      {kinds.map((kind) => (
        <Card
          key={kind}
          label={`${words[kind].tag}，${words[kind].text(orders[kind])}`}
          onPress={() => void Taro.navigateTo({ url: `/staff/order/index?view=${views[kind]}` })}
        >
          <View className='board-waiting'>
            <Tag tone={words[kind].tone}>{words[kind].tag}</Tag>
            <View>{words[kind].text(orders[kind])}</View>
          </View>
        </Card>
      ))}
    </View>
  )
}
