import { View } from '@tarojs/components'
import { Chip } from '../../components/Chip'
import { Tag } from '../../components/Tag'
import type { DeskBooking } from '../../domain/booking-page'
import { bookingDeskWords as words, whoWords } from '../../text/booking-desk-words'
import { bookingStateWords } from '../../text/booking-words'
import { clockRangeWords } from '../../text/time'

interface DayRowProps {
  booking: DeskBooking
  now: number
  onMark(came: boolean): Promise<void>
  onTakeBack(): void
}

/** Half an hour before it begins one can be there. */
const early = 30 * 60 * 1000

/** One booking of the day: when, what, who; whether they came, or the way to take it back. */
export function DayRow({ booking, now, onMark, onTakeBack }: DayRowProps) {
  const { title, startsAt, endsAt, state, purpose, building, reason } = booking
  const who = whoWords(booking)
  const there = now >= startsAt - early && (state === 'booked' || state === 'came' || state === 'missed')
  const standing = state === 'booked' || state === 'asked' || state === 'waiting'
  return (
    <View className='slots-row'>
      <View className='slots-clock'>{clockRangeWords(startsAt, endsAt, now)}</View>
      <View className='slots-words'>
        <View className='slots-title'>{title}</View>
        <View>{who}</View>
        <View className='soft'>{[building, purpose].filter(Boolean).join('，')}</View>
        <Tag tone={state === 'booked' || state === 'came' ? 'jade' : state === 'missed' ? 'plain' : 'amber'}>
          {bookingStateWords(state)}
        </Tag>
        {reason && <View className='soft'>{words.why(reason)}</View>}
        {booking.kept && <View className='soft'>{words.guestKept}</View>}
        <View className='slots-chips'>
          {there && (
            <Chip kind='radio' on={state === 'came'} label={`${who}，${words.came}`} onPress={() => void onMark(true)}>
              {words.came}
            </Chip>
          )}
          {there && (
            <Chip
              kind='radio'
              on={state === 'missed'}
              label={`${who}，${words.missed}`}
              onPress={() => void onMark(false)}
            >
              {words.missed}
            </Chip>
          )}
          {standing && startsAt > now && (
            <Chip kind='button' label={`${who}，${title}，${words.takeBack}`} onPress={onTakeBack}>
              {words.takeBack}
            </Chip>
          )}
        </View>
      </View>
    </View>
  )
}
