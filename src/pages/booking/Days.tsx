import { ScrollView, View } from '@tarojs/components'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { spokenAs } from '../../components/press'
import type { DayView } from '../../domain/booking-page'
import { bookingWords } from '../../text/booking-words'
import { dayWords } from '../../text/time'

interface DaysProps {
  days: readonly DayView[]
  chosen: number
  now: number
  onChoose(day: DayView): void
}

/** The days ahead on which it is open. */
export function Days({ days, chosen, now, onChoose }: DaysProps) {
  const { elder } = useDisplay()
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className='booking-days'>
      <View className='booking-days-row' aria-label={bookingWords(elder).day} {...spokenAs('radiogroup')}>
        {days
          .filter(({ open, day }) => open || day === chosen)
          .map((day) => (
            <Chip key={day.day} kind='radio' on={day.day === chosen} onPress={() => onChoose(day)}>
              {dayWords(day.day, now)}
            </Chip>
          ))}
      </View>
    </ScrollView>
  )
}
