import { useState } from 'react'
import { View } from '@tarojs/components'
import { usePullDownRefresh, useRouter, useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { arrival } from '../../cloud/arrival'
import { call } from '../../cloud/call'
import { centreNow } from '../../cloud/centre'
import { useArrival } from '../../cloud/door'
import { pulled, useQuery } from '../../cloud/useQuery'
import { useConfirm } from '../../components/Confirm'
import { Cover } from '../../components/Cover'
import { useDisplay } from '../../components/display'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Share } from '../../components/Share'
import { useNow } from '../../components/useNow'
import type { SignUpOutcome } from '../../domain/activity'
import { coverOf } from '../../domain/cover'
import { cardDoor, timelineDoor } from '../../domain/door'
import { pageWords } from '../../text/activity-page'
import { Answered } from '../Answered'
import { Facts } from './Facts'
import { OwnParties } from './OwnParties'
import { SeatCard } from './SeatCard'
import { Signed } from './Signed'
import { SignUp } from './SignUp'
import { useSharePicture } from './useSharePicture'
import './index.css'

/** One activity: its seats, its facts, how I and mine stand, and the one thing to do. */
export default function ActivityDetail() {
  const { params } = useRouter()
  // A printed code says it in its own, shorter way.
  const id = arrival(params).activity ?? params.id ?? ''
  const page = useQuery(`activity.open.${id}`, () => call.activity.open({ activity: id }))
  useArrival('activity', page.value !== undefined)
  usePullDownRefresh(() => void pulled(page.refresh))
  const { elder } = useDisplay()
  const now = useNow(15_000)
  const [question, ask] = useConfirm()
  const [signed, setSigned] = useState<SignUpOutcome>()
  const words = pageWords(elder)
  const title = page.value?.title ?? words.title
  const by = (door: string) => `c=${centreNow()}&id=${id}&d=${door}`
  const picture = useSharePicture(page.value, now)
  const drawn = picture ? { imageUrl: picture } : {}
  useShareAppMessage(() => ({ title, path: `/pages/activity/index?${by(cardDoor)}`, ...drawn }))
  useShareTimeline(() => ({ title, query: by(timelineDoor), ...drawn }))
  const changed = (outcome?: SignUpOutcome) => {
    setSigned(outcome)
    return page.refresh()
  }

  return (
    <Screen
      title={words.title}
      aside={<Share title={title} />}
      sheet={question}
      action={page.value && <SignUp page={page.value} now={now} onSigned={changed} />}
    >
      <Answered query={page} waiting={<Loading />}>
        {(activity) => (
          <View>
            <Cover {...coverOf(activity.category)} image={activity.cover} />
            <View className='heading activity-title' {...spokenAs('heading')}>
              {activity.title}
            </View>
            <View className='soft activity-by'>{activity.organiser}</View>
            {signed && <Signed outcome={signed} page={activity} now={now} onRead={() => setSigned(undefined)} />}
            <SeatCard page={activity} now={now} />
            <OwnParties page={activity} now={now} ask={ask} onChanged={changed} />
            <Facts page={activity} now={now} />
          </View>
        )}
      </Answered>
    </Screen>
  )
}
