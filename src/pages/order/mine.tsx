import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import { needsMeFirst, type OwnOrderRow } from '../../domain/order-own'
import '../../text/order-refusals'
import { orderWords } from '../../text/order-words'
import { Answered } from '../Answered'
import { OrderLine } from './OrderLine'
import './order.css'

const go = (url: string) => () => void Taro.navigateTo({ url })

/** My orders and those for my family, what waits for me first, then what is open, then what is closed. */
export default function MyOrders() {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const now = useNow()
  const mine = useQuery('order.mine', () => call.order.mine({ after: null }))
  const [older, setOlder] = useState<OwnOrderRow[]>([])
  const [next, setNext] = useState<{ at: number; id: string } | null>()
  usePullDownRefresh(() => void pulled(mine.refresh))
  const from = next === undefined ? mine.value?.next : next
  const ask = useAction((_, after: NonNullable<typeof from>) => call.order.mine({ after }))
  const more = async () => {
    if (!from) return
    const answer = await ask.run(from)
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
          return (
            <View>
              {needsMeFirst(all).map((row) => (
                <OrderLine key={row.id} row={row} now={now} said={row.said} />
              ))}
              {ask.problem && <Trouble problem={ask.problem} retry={() => void more()} close={ask.dismiss} />}
              {from && (
                <Button kind='plain' busy={ask.busy} onPress={more}>
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
