import { View } from '@tarojs/components'
import { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { call, type Problem } from '../../cloud/call'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import type { OpenOrder, WorkPage } from '../../domain/order-page'
import type { Refusal } from '../../domain/refusal'
import '../../text/order-refusals'
import { refusalText } from '../../text/refusals'
import { orderWords } from '../../text/order-words'
import { openNote, wantsWords } from '../../text/order-state-words'
import { Answered } from '../Answered'
import { NotServing } from './NotServing'
import { OrderLine } from './OrderLine'
import { TakeSheet } from './TakeSheet'
import './order.css'

/** Who serves: what they were asked to do, what they have taken, and what they may take now. */
export default function Work() {
  const { elder } = useDisplay()
  const words = orderWords(elder)
  const now = useNow()
  const work = useQuery('order.work', () => call.order.work({}), false)
  const [taking, setTaking] = useState<OpenOrder>()
  usePullDownRefresh(() => void pulled(work.refresh))
  const outside = work.value === undefined && !work.loading && isOutside(work.problem)
  return (
    <Screen
      title={words.workTitle}
      sheet={
        taking && <TakeSheet order={taking} now={now} refresh={work.refresh} onClose={() => setTaking(undefined)} />
      }
    >
      {outside ? (
        <NotServing onServing={work.refresh} />
      ) : (
        <Answered query={work} waiting={<Loading cards={3} />}>
          {(page) => <Lists page={page} now={now} onTake={setTaking} />}
        </Answered>
      )}
    </Screen>
  )
}

/** Whether somebody came here who does not serve, or has not joined. */
const isOutside = (problem: Problem | undefined): boolean =>
  problem !== undefined && ['no-permission', 'not-joined-centre', 'not-signed-in'].includes(problem.reason)

function Lists({ page, now, onTake }: { page: WorkPage; now: number; onTake(order: OpenOrder): void }) {
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
        <OpenCard key={order.id} order={order} now={now} onTake={onTake} />
      ))}
      {page.open.length === 0 && <Empty {...words.openNone} />}
    </View>
  )
}

/** What may be taken: nothing in it says whose it is. */
function OpenCard({ order, now, onTake }: { order: OpenOrder; now: number; onTake(order: OpenOrder): void }) {
  const { elder } = useDisplay()
  const words = orderWords(elder).work
  return (
    <View className='order-card'>
      <Card>
        <View className='order-card-title'>{order.title}</View>
        <View className='soft'>{openNote(order)}</View>
        <View>{wantsWords(order.wants, now)}</View>
        {order.words !== null && <View className='order-card-words'>{order.words}</View>}
        {order.wordsWait && <View className='soft order-card-words'>{words.wordsWait}</View>}
        {order.whyNot ? (
          <WhyNot problem={order.whyNot} />
        ) : (
          <Button label={`${words.take}，${order.title}`} onPress={() => onTake(order)}>
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
