import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useCame } from '../../cloud/came'
import { useAction } from '../../cloud/useAction'
import { pulled, useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { type ConfirmQuestion, useConfirm } from '../../components/Confirm'
import { useDisplay } from '../../components/display'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { OwnBooking } from '../../domain/booking-page'
import { bookingSentence, bookingStateWords, bookingWords, cancelConfirm } from '../../text/booking-words'
import { rangeWords } from '../../text/time'
import { Answered } from '../Answered'
import '../../text/booking-refusals'
import './booking.css'

/** What I and mine have booked, soonest first, with the way out of each; and what is over. */
export default function MyBookings() {
  useCame()
  const { elder } = useDisplay()
  const words = bookingWords(elder)
  const now = useNow()
  const mine = useQuery('booking.mine', () => call.booking.mine({}))
  usePullDownRefresh(() => void pulled(mine.refresh))
  const [question, ask] = useConfirm()
  const look = () => Taro.navigateTo({ url: '/pages/booking/index' })
  return (
    <Screen title={words.mineTitle} sheet={question} action={<Button onPress={look}>{words.look}</Button>}>
      <Answered query={mine} waiting={<Loading cards={2} />}>
        {({ ahead, past }) => (
          <View>
            {ahead.length + past.length === 0 && <Empty title={words.mineEmptyTitle} next={words.mineEmptyNext} />}
            {ahead.map((booking) => (
              <Ahead key={booking.id} booking={booking} now={now} ask={ask} onChanged={mine.refresh} />
            ))}
            {past.length > 0 && (
              <View className='subheading booking-part' {...spokenAs('heading')}>
                {words.past}
              </View>
            )}
            {past.map((booking) => (
              <View key={booking.id} className='booking-past'>
                <View>
                  {booking.title} <Tag tone='plain'>{bookingStateWords(booking.state)}</Tag>
                </View>
                <View className='soft'>{rangeWords(booking.startsAt, booking.endsAt, now)}</View>
                <View className='soft'>{bookingSentence(booking, elder)}</View>
              </View>
            ))}
          </View>
        )}
      </Answered>
    </Screen>
  )
}

interface AheadProps {
  booking: OwnBooking
  now: number
  ask(question: ConfirmQuestion): Promise<boolean>
  onChanged(): Promise<void>
}

function Ahead({ booking, now, ask, onChanged }: AheadProps) {
  const { elder } = useDisplay()
  const words = bookingWords(elder)
  const { id, title, timetable, day, startsAt, endsAt, state, person, place, purpose } = booking
  const cancel = useAction((intent) => call.booking.cancel({ intent, timetable, day, booking: id }))
  const settled = async (answer: { ok: boolean } | undefined) => {
    if (!answer?.ok) return
    void Taro.showToast({ title: words.cancelled, icon: 'none' })
    await onChanged()
  }
  const go = async () => {
    if (await ask(cancelConfirm(elder))) await settled(await cancel.run(null))
  }
  return (
    <Card>
      <View className='booking-head'>
        <View className='booking-title'>{title}</View>
        <Tag tone={state === 'booked' ? 'jade' : 'amber'}>{bookingStateWords(state)}</Tag>
      </View>
      <View>{rangeWords(startsAt, endsAt, now)}</View>
      <View className='soft'>{[place, person.name, purpose].filter(Boolean).join('，')}</View>
      <View className='soft'>{bookingSentence(booking, elder)}</View>
      {cancel.problem && (
        <Trouble
          problem={cancel.problem}
          retry={async () => settled(await cancel.again())}
          refresh={() => void onChanged()}
          close={cancel.dismiss}
        />
      )}
      {startsAt > now && (
        <View className='booking-deeds'>
          <Button kind='plain' busy={cancel.busy} label={`${title}，${words.cancel}`} onPress={go}>
            {words.cancel}
          </Button>
        </View>
      )}
    </Card>
  )
}
