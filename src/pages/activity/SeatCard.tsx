import { View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { SeatRing } from '../../components/SeatRing'
import { Tag } from '../../components/Tag'
import type { ActivityPage } from '../../domain/activity'
import { priorityWords, signUpTimes, tableLine } from '../../text/activity-page'
import { plateWords, seatAria, seatWords } from '../../text/seats'

/** The table: its ring, and the same in words. */
export function SeatCard({ page, now }: { page: ActivityPage; now: number }) {
  const { elder } = useDisplay()
  const { seats, priority } = page
  return (
    <Card>
      <View className='seat-card'>
        <SeatRing
          large
          capacity={seats.capacity}
          taken={seats.capacity - seats.free}
          {...plateWords(seats)}
          words={seatAria(seats)}
        />
        <View className='seat-card-words'>
          <View className='subheading'>{seatWords(seats, elder)}</View>
          <View className='soft'>{tableLine(page, elder)}</View>
        </View>
      </View>
      {page.state === 'open' && page.startsAt > now && (
        <View className='seat-card-until'>
          <Tag>{signUpTimes(page, now)}</Tag>
        </View>
      )}
      {priority && priority.until > now && <View className='soft seat-card-first'>{priorityWords(priority, now)}</View>}
    </Card>
  )
}
