import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { pulled, useQuery } from '../../cloud/useQuery'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import type { Bookable } from '../../domain/booking-page'
import { bookingWords } from '../../text/booking-words'
import { Answered } from '../Answered'

/** Everything that can be booked: services first, then rooms. */
export function BookableList() {
  const { elder } = useDisplay()
  const words = bookingWords(elder)
  const list = useQuery('booking.list', () => call.booking.list({}))
  usePullDownRefresh(() => void pulled(list.refresh))
  const part = (kind: Bookable['kind'], title: string, all: readonly Bookable[]) => {
    const here = all.filter((each) => each.kind === kind)
    if (here.length === 0) return null
    return (
      <View className='booking-part'>
        <View className='subheading' {...spokenAs('heading')}>
          {title}
        </View>
        {here.map(({ id, title: name, place, provider }) => (
          <LinkRow
            key={id}
            label={name}
            note={provider ? `${place}，${provider}` : place}
            onPress={() => void Taro.navigateTo({ url: `/pages/booking/index?room=${id}` })}
          />
        ))}
      </View>
    )
  }
  return (
    <Screen title={words.title}>
      <LinkRow
        label={words.mineLink}
        note={words.mineNote}
        onPress={() => void Taro.navigateTo({ url: '/pages/booking/mine' })}
      />
      <Answered query={list} waiting={<Loading cards={4} />}>
        {(all) => (
          <View>
            {all.length === 0 && <Empty title={words.emptyTitle} next={words.emptyNext} />}
            {part('service', words.services, all)}
            {part('room', words.rooms, all)}
          </View>
        )}
      </Answered>
    </Screen>
  )
}
