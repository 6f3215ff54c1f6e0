import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import { spokenAs } from '../../components/press'
import { Card } from '../../components/Card'
import { SeatRing } from '../../components/SeatRing'
import { Tag } from '../../components/Tag'
import type { RosterPage } from '../../domain/activity'
import { RosterDeeds } from './RosterDeeds'
import { rosterCount, rosterWords } from '../../text/roster-words'
import { plateWords, seatAria, seatWords } from '../../text/seats'
import { rangeWords, soonWords } from '../../text/time'

interface RosterHeadProps {
  page: RosterPage
  now: number
  onCapacity(): void
  onDeed(deed: 'add' | 'notice' | 'time' | 'cancel'): void
  onRefresh(): Promise<void>
}

/** Which activity it is, and its seats as they stand. */
export function RosterHead({ page, now, onCapacity, onDeed, onRefresh }: RosterHeadProps) {
  const { activity, seats, waitCapacity, parties } = page
  const taken = parties.reduce((sum, { state, people }) => (state === 'seated' ? sum + people.length : sum), 0)
  const soon = soonWords(activity.startsAt, activity.endsAt, now)
  return (
    <View className='roster-side'>
      <View className='heading' {...spokenAs('heading')}>
        {activity.title}
      </View>
      <View className='soft'>{rangeWords(activity.startsAt, activity.endsAt, now)}</View>
      <View className='soft'>{activity.place}</View>
      <View>
        {activity.state === 'cancelled' && <Tag tone='red'>{rosterWords.cancelled}</Tag>}
        {soon && <Tag tone='amber'>{soon}</Tag>}
      </View>
      <View className='roster-seats'>
        <Card>
          <View className='roster-head'>
            <SeatRing large capacity={seats.capacity} taken={taken} {...plateWords(seats)} words={seatAria(seats)} />
            <View className='roster-words'>
              <View className='subheading'>{seatWords(seats)}</View>
              <View className='soft'>{rosterCount(taken, seats.capacity, seats.waiting, waitCapacity)}</View>
            </View>
          </View>
          <View className='roster-door'>
            <Button onPress={() => Taro.navigateTo({ url: `/staff/attendance/index?id=${activity.id}` })}>
              {rosterWords.door}
            </Button>
          </View>
          <View className='roster-door'>
            <Button kind='plain' onPress={() => Taro.navigateTo({ url: `/staff/share/index?id=${activity.id}` })}>
              {rosterWords.poster}
            </Button>
          </View>
          <Button kind='plain' onPress={onCapacity}>
            {rosterWords.capacity}
          </Button>
        </Card>
      </View>
      <RosterDeeds page={page} now={now} onDeed={onDeed} onRefresh={onRefresh} />
    </View>
  )
}
