import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import type { OrderRow } from '../../domain/order-page'
import { isClosed } from '../../domain/order'
import '../../text/order-refusals'
import { orderWords } from '../../text/order-words'
import { Answered } from '../Answered'
import { OrderLine } from './OrderLine'
import './order.css'

const go = (url: string) => () => void Taro.navigateTo({ url })

/** My orders and those for my family, what is open before what is closed. */
export default function MyOrders() {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const now = useNow()
  const mine = useQuery('order.mine', () => call.order.mine({ after: null }))
  const [older, setOlder] = useState<OrderRow[]>([])
  const [next, setNext] = useState<{ at: number; id: string } | null>()
  usePullDownRefresh(() => void pulled(mine.refresh))
  const from = next === undefined ? mine.value?.next : next
  const more = async () => {
    if (!from) return
    const answer = await call.order.mine({ after: from })
    if (!answer.ok) return
    setOlder((before) => [...before, ...answer.value.rows])
    setNext(answer.value.next)
  }
  return (
    <Screen title={words.mineTitle} action={<Button onPress={go('/pages/menu/index')}>{words.toMenu}</Button>}>
      <Answered query={mine} waiting={<Loading cards={3} />}>
        {({ rows }) => {
          const all = [...rows, ...older]
          if (all.length === 0) return <Empty {...words.empty} />
          const sorted = [...all].sort((one, other) => Number(isClosed(one.state)) - Number(isClosed(other.state)))
          return (
            <View>
              {sorted.map((row) => (
                <OrderLine key={row.id} row={row} now={now} />
              ))}
              {from && (
                <Button kind='plain' onPress={more}>
                  {words.more}
                </Button>
              )}
            </View>
          )
        }}
      </Answered>
    </Screen>
  )
}
