import { View } from '@tarojs/components'
import { spokenAs } from '../../components/press'
import { SeatRing } from '../../components/SeatRing'
import type { Desk } from '../../domain/attendance'
import { deskWords } from '../../text/attendance-words'
import { rangeWords } from '../../text/time'

/** Which activity it is, and how many of those with a seat are there. */
export function DeskHead({ desk }: { desk: Desk }) {
  const { activity, present, seated, seats } = desk
  const words = deskWords.of(present, seated)
  return (
    <View className='desk-head'>
      <View className='desk-words'>
        <View className='heading' {...spokenAs('heading')}>
          {activity.title}
        </View>
        <View className='soft'>{rangeWords(activity.startsAt, activity.endsAt, desk.now)}</View>
        <View className='soft'>{activity.place}</View>
        <View {...spokenAs('status')}>
          {words}，{deskWords.free(seats.free)}
        </View>
      </View>
      <SeatRing
        capacity={Math.max(seated, present)}
        taken={present}
        number={String(present)}
        label={deskWords.present}
        words={words}
      />
    </View>
  )
}
