import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Empty } from '../../components/Empty'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { HoursQueue } from '../../domain/hours-page'
import { monthOf } from '../../domain/ledger'
import { hoursDeskWords as words } from '../../text/service-words'
import { ServedCard } from './ServedCard'
import './hours.css'

/** What waits for the staff: appeals first, then minutes to confirm, then who is there now. */
export default function HoursDesk() {
  const now = useNow()
  const month = monthOf(now)
  const queue = useQuery('hours.queue', () => call.hours.queue({}), false)
  const sums = useQuery(`hours.sums.${month}`, () => call.hours.sums({ month }), false)
  usePullDownRefresh(() => void pulled(queue.refresh))
  const { value } = queue
  const changed = async () => {
    await Promise.all([queue.refresh(), sums.refresh()])
  }
  const nothing = value && value.appealed.length + value.waiting.length + value.on.length === 0
  return (
    <Screen title={words.title}>
      {sums.value && <View className='soft'>{words.month(sums.value.total)}</View>}
      {queue.problem && <Trouble problem={queue.problem} retry={queue.refresh} />}
      {!value && queue.loading && <Loading cards={3} />}
      <LinkRow
        label={words.toLate}
        note={words.toLateNote}
        onPress={() => void Taro.navigateTo({ url: '/staff/hours/late' })}
      />
      {nothing && <Empty title={words.none} />}
      {value && <Cards title={words.appealed} cards={value.appealed} onDone={changed} />}
      {value && <Cards title={words.waiting} cards={value.waiting} onDone={changed} />}
      {value && <Cards title={words.on} cards={value.on} onDone={changed} />}
    </Screen>
  )
}

interface CardsProps {
  title: string
  cards: HoursQueue['waiting']
  onDone(): Promise<void>
}

function Cards({ title, cards, onDone }: CardsProps) {
  if (cards.length === 0) return null
  return (
    <View>
      <View className='subheading hours-desk-section' {...spokenAs('heading')}>
        {title}
      </View>
      {cards.map((card) => (
        <ServedCard key={card.id} card={card} onDone={onDone} />
      ))}
    </View>
  )
}
