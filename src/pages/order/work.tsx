import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { OpenOrder, WorkPage } from '../../domain/order-page'
import type { Refusal } from '../../domain/refusal'
import '../../text/order-refusals'
import { refusalText } from '../../text/refusals'
import { orderWords } from '../../text/order-words'
import { openNote, wantsWords } from '../../text/order-state-words'
import { Answered } from '../Answered'
import { OrderLine } from './OrderLine'
import './order.css'

/** Who serves: what they were asked to do, what they have taken, and what they may take now. */
export default function Work() {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const now = useNow()
  const work = useQuery('order.work', () => call.order.work({}), false)
  usePullDownRefresh(() => void pulled(work.refresh))
  return (
    <Screen title={words.workTitle}>
      <Answered query={work} waiting={<Loading cards={3} />}>
        {(page) => <Lists page={page} now={now} refresh={work.refresh} />}
      </Answered>
    </Screen>
  )
}

function Lists({ page, now, refresh }: { page: WorkPage; now: number; refresh(): Promise<void> }) {
  const { elder } = useDisplay()
  const words = orderWords(elder).work
  return (
    <View>
      {page.asked.length > 0 && (
        <View>
          <View className='subheading order-part' {...spokenAs('heading')}>
            {words.asked}
          </View>
          {page.asked.map((row) => (
            <OrderLine key={row.id} row={row} now={now} />
          ))}
        </View>
      )}
      <View className='subheading order-part' {...spokenAs('heading')}>
        {words.mine}
      </View>
      {page.mine.map((row) => (
        <OrderLine key={row.id} row={row} now={now} />
      ))}
      {page.mine.length === 0 && <View className='soft'>{words.mineNone}</View>}
      <View className='subheading order-part' {...spokenAs('heading')}>
        {words.open}
      </View>
      {page.open.map((order) => (
        <OpenCard key={order.id} order={order} now={now} refresh={refresh} />
      ))}
      {page.open.length === 0 && <Empty {...words.openNone} />}
    </View>
  )
}

/** What may be taken: nothing in it says whose it is. One tap, and one of many has it. */
function OpenCard({ order, now, refresh }: { order: OpenOrder; now: number; refresh(): Promise<void> }) {
  const { elder } = useDisplay()
  const words = orderWords(elder).work
  const take = useAction((intent, id: string) => call.order.take({ intent, order: id }))
  const run = async () => {
    const answer = await take.run(order.id)
    if (!answer.ok) return
    void Taro.showToast({ title: answer.value.complete ? words.took : words.tookHalf, icon: 'none' })
    await refresh()
  }
  return (
    <View className='order-card'>
      <Card>
        <View className='order-card-title'>{order.title}</View>
        <View className='soft'>{openNote(order)}</View>
        <View>{wantsWords(order.wants, now)}</View>
        {order.words !== null && <View className='order-card-words'>{order.words}</View>}
        {order.wordsWait && <View className='soft order-card-words'>{words.wordsWait}</View>}
        {take.problem && (
          <Trouble problem={take.problem} retry={() => void take.again()} refresh={refresh} close={take.dismiss} />
        )}
        {order.whyNot ? (
          <WhyNot problem={order.whyNot} />
        ) : (
          <Button label={`${words.take}，${order.title}`} busy={take.busy} onPress={run}>
            {words.take}
          </Button>
        )}
      </Card>
    </View>
  )
}

/** Where it cannot be taken, why, and what then, in place of the button. */
function WhyNot({ problem }: { problem: Refusal }) {
  const { elder } = useDisplay()
  const { message, next } = refusalText(problem, elder)
  return (
    <View className='soft order-card-words'>
      {message}
      {next}
    </View>
  )
}
