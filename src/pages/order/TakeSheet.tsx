import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Row } from '../../components/Row'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { OpenOrder } from '../../domain/order-page'
import { bandWords } from '../../text/bands'
import { wantsWords } from '../../text/order-state-words'
import { howLong, howMany, roughlyWhere, takeWords } from '../../text/order-take-words'

/** As much of an order as is told before somebody takes it. */
export type Takeable = Pick<
  OpenOrder,
  'id' | 'title' | 'band' | 'building' | 'home' | 'minutes' | 'need' | 'takers' | 'wants' | 'weekly'
>

interface TakeSheetProps {
  order: Takeable
  now: number
  /** Whether the order stands open behind it. */
  opened?: boolean
  refresh(): Promise<void>
  onClose(): void
}

/** Before an order is taken what one says yes to; and once one has it, what comes next and how it is given back. */
export function TakeSheet({ order, now, opened = false, refresh, onClose }: TakeSheetProps) {
  const { elder } = useDisplay()
  const words = takeWords(elder)
  const [complete, setComplete] = useState<boolean>()
  const take = useAction((intent, id: string) => call.order.take({ intent, order: id }))
  const run = async () => {
    const answer = await take.run(order.id)
    if (!answer.ok) return
    setComplete(answer.value.complete)
    await refresh()
  }
  const look = () => {
    onClose()
    if (!opened) void Taro.navigateTo({ url: `/pages/order/index?id=${order.id}` })
  }
  /** What can be done no more is looked at anew, and not asked once more. */
  const anew = () => {
    onClose()
    void refresh()
  }
  if (complete !== undefined)
    return (
      <Sheet title={complete ? words.took : words.tookHalf} onClose={onClose}>
        <View className='order-sheet-words'>
          {complete ? (order.wants ? words.nextAgreed : words.next) : words.nextHalf}
        </View>
        <View>{words.back}</View>
        <View className='order-buttons'>
          <Button onPress={look}>{words.open}</Button>
          {!opened && (
            <Button kind='plain' onPress={onClose}>
              {words.done}
            </Button>
          )}
        </View>
      </Sheet>
    )
  return (
    <Sheet title={words.title} onClose={onClose}>
      <Row label={words.what}>{order.title}</Row>
      <Row label={words.when}>
        <View className='order-whole'>{wantsWords(order.wants, now)}</View>
      </Row>
      <Row label={words.where}>{roughlyWhere(order)}</Row>
      <Row label={words.whom}>{bandWords(order.band)}</Row>
      <Row label={words.long}>{howLong(order)}</Row>
      <Row label={words.people}>{howMany(order)}</Row>
      <View className='soft order-hint'>
        {order.home && <View>{words.door}</View>}
        {order.weekly && <View>{words.weekly}</View>}
        <View>{words.before}</View>
      </View>
      {take.problem && <Trouble problem={take.problem} retry={() => void run()} refresh={anew} close={take.dismiss} />}
      <View className='order-answers'>
        <Button kind='plain' onPress={onClose}>
          {words.keep}
        </Button>
        <Button busy={take.busy} onPress={run}>
          {words.take}
        </Button>
      </View>
    </Sheet>
  )
}
