import { Text, View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { useDisplay } from '../../components/display'
import { pressable, spokenAs } from '../../components/press'
import { SeatRing } from '../../components/SeatRing'
import type { BookingPage, DayView, SlotView } from '../../domain/booking-page'
import { bookingWords, slotAria, slotPlate, slotWords } from '../../text/booking-words'
import { clockRangeWords, clockWords } from '../../text/time'
import { mayChoose } from '../../domain/slot-choice'

interface SlotsProps {
  page: BookingPage
  day: DayView
  chosen: readonly number[]
  now: number
  onTap(slot: SlotView): void
}

/** The slots of a day, each with what is left of it; below them the seats of what is chosen. */
export function Slots({ page, day, chosen, now, onTap }: SlotsProps) {
  const { elder } = useDisplay()
  const words = bookingWords(elder)
  const ahead = day.slots.filter(({ endsAt }) => endsAt > now)
  if (!day.open) return <View className='booking-note'>{words.closed}</View>
  if (ahead.length === 0) return <View className='booking-note'>{words.none}</View>
  const first = ahead.find(({ slot }) => slot === chosen[0])
  const last = ahead.find(({ slot }) => slot === chosen.at(-1))
  return (
    <View>
      <View className='booking-slots' aria-label={words.slot} {...spokenAs('group')}>
        {ahead.map((slot) => (
          <Slot
            key={slot.slot}
            slot={slot}
            capacity={page.capacity}
            on={chosen.includes(slot.slot)}
            off={!mayChoose(slot, now)}
            onTap={() => onTap(slot)}
          />
        ))}
      </View>
      {first && last && page.capacity > 1 && (
        <Card>
          <View className='booking-ring'>
            <SeatRing
              capacity={page.capacity}
              taken={page.capacity - first.free}
              {...slotPlate(first)}
              words={slotAria(first, page.capacity)}
            />
            <View className='subheading'>{clockRangeWords(first.startsAt, last.endsAt, now)}</View>
          </View>
        </Card>
      )}
    </View>
  )
}

interface SlotProps {
  slot: SlotView
  capacity: number
  on: boolean
  off: boolean
  onTap(): void
}

function Slot({ slot, capacity, on, off, onTap }: SlotProps) {
  const classes = ['booking-slot', on && 'booking-slot-on', off && 'booking-slot-off'].filter(Boolean).join(' ')
  return (
    <View
      className={classes}
      {...pressable({ label: slotAria(slot, capacity), role: 'checkbox', on, disabled: off, onPress: onTap })}
    >
      <Text className='booking-clock'>{clockWords(slot.startsAt)}</Text>
      <Text className='booking-left'>
        {on ? '✓ ' : ''}
        {slotWords(slot, capacity)}
      </Text>
    </View>
  )
}
