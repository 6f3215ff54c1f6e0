import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { pressable } from '../../components/press'
import { SeatRing } from '../../components/SeatRing'
import { Tag } from '../../components/Tag'
import type { ActivityCard } from '../../domain/activity'
import { boardWords } from '../../text/board-words'
import { rosterWords } from '../../text/roster-words'
import { plateWords, seatAria } from '../../text/seats'
import { rangeWords } from '../../text/time'

interface BoardCardProps {
  card: ActivityCard
  now: number
  past: boolean
}

/** An activity that is or was on: it leads to its list, and one of before may be held once more. */
export function BoardCard({ card, now, past }: BoardCardProps) {
  const when = rangeWords(card.startsAt, card.endsAt, now)
  const open = () => void Taro.navigateTo({ url: `/staff/activity/roster?id=${card.id}` })
  return (
    <Card>
      <View
        className='roster-head board-link'
        {...pressable({ label: `${card.title}，${when}，${seatAria(card.seats)}`, onPress: open })}
      >
        <View className='roster-words'>
          <View className='roster-title'>{card.title}</View>
          <View className='soft'>{when}</View>
          <View className='soft'>{card.place}</View>
          {card.state === 'cancelled' && <Tag tone='red'>{rosterWords.cancelled}</Tag>}
        </View>
        <SeatRing
          capacity={card.seats.capacity}
          taken={card.seats.capacity - card.seats.free}
          {...plateWords(card.seats)}
          words={seatAria(card.seats)}
        />
      </View>
      {past && (
        <View className='board-more'>
          <Button
            kind='plain'
            label={`${boardWords.again}：${card.title}`}
            onPress={() => Taro.navigateTo({ url: `/staff/activity/edit?copy=${card.id}` })}
          >
            {boardWords.again}
          </Button>
        </View>
      )}
    </Card>
  )
}
