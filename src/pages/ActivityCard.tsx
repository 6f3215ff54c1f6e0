import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '../components/Card'
import { useDisplay } from '../components/display'
import { SeatRing } from '../components/SeatRing'
import { Tag } from '../components/Tag'
import type { ActivityCard as CardOf } from '../domain/activity'
import { cardAria, cardTags } from '../text/activity'
import { plateWords, seatAria } from '../text/seats'
import { dot, unbroken } from '../text/spacing'
import { rangeWords } from '../text/time'
import './ActivityCard.css'

/** One activity in a list: what, when, where, with whom, and its seats. The whole card leads to it. */
export function ActivityCard({ card, now }: { card: CardOf; now: number }) {
  const { elder } = useDisplay()
  const open = () => void Taro.navigateTo({ url: `/pages/activity/index?id=${card.id}` })
  return (
    <Card label={cardAria(card, now, elder)} onPress={open}>
      <View className='activity-card'>
        <View className='activity-card-words'>
          <View className='activity-card-title'>{card.title}</View>
          <View className='soft'>{rangeWords(card.startsAt, card.endsAt, now)}</View>
          <View className='soft'>
            {unbroken(card.place)}
            {dot}
            {unbroken(card.organiser)}
          </View>
          <View>
            {cardTags(card, now, elder).map(({ tone, text }) => (
              <Tag key={text} tone={tone}>
                {text}
              </Tag>
            ))}
          </View>
        </View>
        <SeatRing
          capacity={card.seats.capacity}
          taken={card.seats.capacity - card.seats.free}
          {...plateWords(card.seats)}
          words={seatAria(card.seats)}
        />
      </View>
    </Card>
  )
}
