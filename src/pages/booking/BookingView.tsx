import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import type { Answer } from '../../cloud/call'
import { pulled, useQuery } from '../../cloud/useQuery'
import { useDisplay } from '../../components/display'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Row } from '../../components/Row'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import type { BookingPage, DayView } from '../../domain/booking-page'
import { bookingWords, minutesWords, mostWords } from '../../text/booking-words'
import { Answered } from '../Answered'
import { Book } from './Book'
import { firstDay, tapped } from '../../domain/slot-choice'
import { Days } from './Days'
import { Slots } from './Slots'

/** A room or a service by the slot: a day, a slot, and the one thing to do. */
export function BookingView({ name, open }: { name: string; open(): Promise<Answer<BookingPage>> }) {
  const { elder } = useDisplay()
  const words = bookingWords(elder)
  const now = useNow()
  const page = useQuery(`booking.open.${name}`, open)
  usePullDownRefresh(() => void pulled(page.refresh))
  const [at, setAt] = useState<number>()
  const [slots, setSlots] = useState<number[]>([])
  const days = page.value?.days ?? []
  const day = days.find((each) => each.day === at) ?? firstDay(days, now)
  // What is gone meanwhile falls out by itself.
  const chosen = slots.filter((slot) => day?.slots.some((each) => each.slot === slot && !each.mine))
  const turn = (to: DayView) => {
    setAt(to.day)
    setSlots([])
  }
  const done = async () => {
    setSlots([])
    await page.refresh()
  }
  return (
    <Screen
      title={words.title}
      action={page.value && day && <Book page={page.value} day={day} slots={chosen} onBooked={done} />}
    >
      <Answered query={page} waiting={<Loading cards={3} />}>
        {(shown) => (
          <View>
            <View className='heading' {...spokenAs('heading')}>
              {shown.title}
            </View>
            <View className='soft booking-where'>{[shown.place, shown.provider].filter(Boolean).join('，')}</View>
            {day && <Days days={shown.days} chosen={day.day} now={now} onChoose={turn} />}
            {day && (
              <Slots
                page={shown}
                day={day}
                chosen={chosen}
                now={now}
                onTap={(slot) => setSlots(tapped(chosen, slot, day, shown.most))}
              />
            )}
            <Row label={words.note}>{shown.note}</Row>
            <Row label={shown.kind === 'room' ? words.long : words.each}>
              {shown.kind === 'room' ? mostWords(shown.most, shown.people) : minutesWords(shown.minutes)}
            </Row>
            {shown.approval && <View className='soft booking-note'>{words.approval}</View>}
            {shown.private && <View className='soft booking-note'>{words.private}</View>}
            {shown.others.map((other) => (
              <LinkRow
                key={other.id}
                label={`${words.others}：${other.title}`}
                note={[other.place, other.provider].filter(Boolean).join('，')}
                onPress={() => void Taro.navigateTo({ url: `/pages/booking/index?room=${other.id}` })}
              />
            ))}
            <LinkRow
              label={words.mineLink}
              note={words.mineNote}
              onPress={() => void Taro.navigateTo({ url: '/pages/booking/mine' })}
            />
          </View>
        )}
      </Answered>
    </Screen>
  )
}
