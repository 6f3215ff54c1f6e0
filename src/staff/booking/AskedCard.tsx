import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import type { DeskBooking } from '../../domain/booking-page'
import { bookingDeskWords as words, whoWords } from '../../text/booking-desk-words'
import { counted } from '../../text/spacing'
import { rangeWords } from '../../text/time'

interface AskedCardProps {
  booking: DeskBooking
  now: number
  busy: boolean
  onApprove(): Promise<void>
  onDecline(): void
}

/** A booking that waits for a yes: who, when, what for, with how many. */
export function AskedCard({ booking, now, busy, onApprove, onDecline }: AskedCardProps) {
  const who = whoWords(booking)
  const { title, startsAt, endsAt, purpose, people, building } = booking
  return (
    <Card>
      <View className='slots-title'>{title}</View>
      <View>{rangeWords(startsAt, endsAt, now)}</View>
      <View className='slots-purpose'>{purpose}</View>
      <View className='soft'>{[who, building, counted(people, '人')].filter(Boolean).join('，')}</View>
      <View className='slots-answers'>
        <Button kind='plain' label={`${title}，${who}，${words.decline}`} onPress={onDecline}>
          {words.decline}
        </Button>
        <Button busy={busy} label={`${title}，${who}，${words.approve}`} onPress={onApprove}>
          {words.approve}
        </Button>
      </View>
    </Card>
  )
}
