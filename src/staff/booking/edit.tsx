import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { startOfDay } from '../../domain/day'
import { bookingDeskWords as words } from '../../text/booking-desk-words'
import '../../text/booking-refusals'
import '../../text/staff-refusals'
import { SeriesForm } from './SeriesForm'
import { emptySeries, seriesOf } from './series'
import './slots.css'

/** Opens a series of slots, or changes one. */
export default function SeriesEditor() {
  const { id } = useRouter().params
  const [today] = useState(() => startOfDay(Date.now()))
  const desk = useQuery(`booking.desk.${today}`, () => call.booking.desk({ day: today }), false)
  const found = desk.value?.timetables.find((each) => each.id === id)
  const title = id ? words.editTitle : words.newTitle
  if (!id) return <SeriesForm title={title} series={emptySeries(today)} />
  if (found)
    return (
      <SeriesForm key={found.version} title={title} timetable={found} series={seriesOf(found)} onSaved={desk.refresh} />
    )
  return (
    <Screen title={title}>
      <View>
        {desk.problem && <Trouble problem={desk.problem} retry={desk.refresh} />}
        {desk.loading && <Loading />}
        {desk.value && <Trouble problem={{ reason: 'not-found' }} close={() => void Taro.navigateBack()} />}
      </View>
    </Screen>
  )
}
