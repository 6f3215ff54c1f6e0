import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { DeskBooking } from '../../domain/booking-page'
import { day, startOfDay } from '../../domain/day'
import { bookingDeskWords as words, seriesWords } from '../../text/booking-desk-words'
import { dayWords } from '../../text/time'
import '../../text/attendance-refusals'
import '../../text/booking-refusals'
import '../../text/staff-refusals'
import { AskedCard } from './AskedCard'
import { DayRow } from './DayRow'
import { DeclineSheet } from './DeclineSheet'
import './slots.css'

/** The desk of rooms and slots: what waits for a yes, who comes on a day, and what is open for booking. */
export default function BookingDesk() {
  const now = useNow()
  const { params } = useRouter()
  const [at, setAt] = useState(() => Number(params.day) || startOfDay(Date.now()))
  // Names of others are not for a phone to remember.
  const desk = useQuery(`booking.desk.${at}`, () => call.booking.desk({ day: at }), false)
  const [declining, setDeclining] = useState<DeskBooking>()
  const approve = useAction((intent, { id, timetable, day: on }: DeskBooking) =>
    call.booking.decide({ intent, timetable, day: on, booking: id, approve: true, reason: null }),
  )
  const mark = useAction((intent, { booking, came }: { booking: DeskBooking; came: boolean }) =>
    call.booking.mark({ intent, timetable: booking.timetable, day: booking.day, booking: booking.id, came }),
  )
  const settled = async (answer: { ok: boolean } | undefined, toast: string) => {
    if (!answer?.ok) return
    setDeclining(undefined)
    await desk.refresh()
    void Taro.showToast({ title: toast, icon: 'none' })
  }
  const edit = (id: string) => Taro.navigateTo({ url: `/staff/booking/edit${id === '' ? '' : `?id=${id}`}` })
  const { value } = desk
  return (
    <Screen
      title={words.title}
      wide
      sheet={
        declining && (
          <DeclineSheet booking={declining} onClose={() => setDeclining(undefined)} onDone={settled} now={now} />
        )
      }
    >
      {desk.problem && <Trouble problem={desk.problem} retry={desk.refresh} />}
      {[approve, mark].map(
        ({ problem, dismiss, again }, n) =>
          problem && (
            <Trouble
              key={n}
              problem={problem}
              retry={async () => settled(await again(), words.marked)}
              refresh={() => void desk.refresh()}
              close={dismiss}
            />
          ),
      )}
      <View className='subheading' {...spokenAs('heading')}>
        {words.asked}
      </View>
      {!value && desk.loading && <Loading />}
      {value?.asked.length === 0 && <View className='soft slots-none'>{words.askedNone}</View>}
      {value?.asked.map((booking) => (
        <AskedCard
          key={booking.id}
          booking={booking}
          now={now}
          busy={approve.busy}
          onApprove={async () => settled(await approve.run(booking), words.approved)}
          onDecline={() => setDeclining(booking)}
        />
      ))}
      <View className='slots-day'>
        <Button kind='plain' label={words.earlier} onPress={() => setAt(at - day)}>
          ‹
        </Button>
        <View className='subheading' {...spokenAs('heading')}>
          {dayWords(at, now)}
        </View>
        <Button kind='plain' label={words.later} onPress={() => setAt(at + day)}>
          ›
        </Button>
      </View>
      {value?.today.length === 0 && <View className='soft slots-none'>{words.dayNone}</View>}
      {value?.today.map((booking) => (
        <DayRow
          key={booking.id}
          booking={booking}
          now={now}
          onMark={async (came) => settled(await mark.run({ booking, came }), words.marked)}
          onTakeBack={() => setDeclining(booking)}
        />
      ))}
      <LinkRow
        label={words.guest}
        note={words.guestNote}
        onPress={() => void Taro.navigateTo({ url: `/staff/booking/guest?day=${at}` })}
      />
      {value && (
        <View className='slots-part'>
          <View className='subheading' {...spokenAs('heading')}>
            {words.timetables}
          </View>
          {value.timetables.map((timetable) => (
            <LinkRow
              key={timetable.id}
              label={timetable.open ? timetable.title : `${timetable.title}（${words.closed}）`}
              note={seriesWords(timetable)}
              onPress={() => void edit(timetable.id)}
            />
          ))}
          <View className='slots-part'>
            <Button kind='plain' onPress={() => edit('')}>
              {words.add}
            </Button>
          </View>
        </View>
      )}
    </Screen>
  )
}
