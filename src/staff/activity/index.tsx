import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { SeatRing } from '../../components/SeatRing'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import { rosterWords } from '../../text/roster-words'
import { plateWords, seatAria } from '../../text/seats'
import { rangeWords } from '../../text/time'
import { emptyWords } from '../../text/words'
import './roster.css'

/** What is on, for staff: each leads to its roster. Whose roster one may open is for the roster to say. */
export default function StaffActivities() {
  const { elder } = useDisplay()
  const now = useNow()
  const [filter, setFilter] = useState<'today' | 'week' | 'all'>('week')
  const list = useQuery(`staff.${filter}`, () => call.activity.list({ filter, words: '', after: null }))
  const empty = emptyWords('activities', elder)
  return (
    <Screen title={rosterWords.side} wide>
      <View className='roster-chips'>
        {(['today', 'week', 'all'] as const).map((each) => (
          <Chip key={each} kind='radio' on={each === filter} onPress={() => setFilter(each)}>
            {rosterWords.filters[each]}
          </Chip>
        ))}
      </View>
      {list.problem && <Trouble problem={list.problem} retry={list.refresh} />}
      {!list.value && list.loading && <Loading />}
      {list.value?.cards.length === 0 && <Empty title={empty.title} next={empty.text} />}
      <View className='roster-grid'>
        {list.value?.cards.map((card) => (
          <Card
            key={card.id}
            label={`${card.title}，${rangeWords(card.startsAt, card.endsAt, now)}，${seatAria(card.seats)}`}
            onPress={() => void Taro.navigateTo({ url: `/staff/activity/roster?id=${card.id}` })}
          >
            <View className='roster-head'>
              <View className='roster-words'>
                <View className='roster-title'>{card.title}</View>
                <View className='soft'>{rangeWords(card.startsAt, card.endsAt, now)}</View>
                <View className='soft'>{card.place}</View>
              </View>
              <SeatRing
                capacity={card.seats.capacity}
                taken={card.seats.capacity - card.seats.free}
                {...plateWords(card.seats)}
                words={seatAria(card.seats)}
              />
            </View>
          </Card>
        ))}
      </View>
    </Screen>
  )
}
