import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type Answer, call } from '../../cloud/call'
import { handedWith } from '../../cloud/memory'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import type { OrderSubject } from '../../domain/order-page'
import '../../text/order-refusals'
import { orderWords } from '../../text/order-words'
import { Answered } from '../Answered'
import { NewForm } from './NewForm'
import './order.css'

/** Ordering something: an item of the menu, or what one says in one's own words. */
export default function NewOrder() {
  const { params } = useRouter()
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const centre = useQuery('centre.open', () => call.centre.open({}))
  const item = useQuery(
    `order.item.${params.item ?? ''}`,
    async (): Promise<Answer<OrderSubject | null>> =>
      params.item ? call.order.about({ item: params.item }) : { ok: true, value: null },
    false,
  )
  const [handed] = useState(() => handedWith(params.item ?? null))
  const page = centre.value
  if (!page || item.value === undefined)
    return (
      <Screen title={words.newTitle}>
        <Answered query={centre} waiting={<Loading cards={3} />}>
          {() => (
            <Answered query={item} waiting={<Loading cards={3} />}>
              {() => null}
            </Answered>
          )}
        </Answered>
        {/* What is no more is said in one's own words. */}
        {item.problem?.reason === 'order-item-gone' && (
          <Button onPress={() => void Taro.redirectTo({ url: '/pages/order/new' })}>{words.say}</Button>
        )}
      </Screen>
    )
  if (page.me) return <NewForm page={page} me={page.me} item={item.value} handed={handed} />
  return (
    <Screen title={words.newTitle}>
      <Empty title={words.join} next={words.joinNote}>
        <Button onPress={() => void Taro.navigateTo({ url: '/pages/member/join' })}>{words.join}</Button>
      </Empty>
    </Screen>
  )
}
