import { View } from '@tarojs/components'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Chip } from '../../components/Chip'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Trouble } from '../../components/Trouble'
import { firstDay, mayChoose, tapped } from '../../domain/slot-choice'
import { bookingDeskWords as words } from '../../text/booking-desk-words'
import { slotAria, slotWords } from '../../text/booking-words'
import { clockWords, dayWords } from '../../text/time'
import type { GuestDraft } from './guest-draft'

interface GuestSlotsProps {
  timetable: string
  day: number | null
  slots: readonly number[]
  now: number
  onChange(more: Partial<GuestDraft>): void
}

/** The days on which it is open, and what of the chosen one can still be booked. */
export function GuestSlots({ timetable, day: chosen, slots, now, onChange }: GuestSlotsProps) {
  const page = useQuery(`booking.open.${timetable}.guest`, () => call.booking.open({ timetable, item: null }), false)
  const { value } = page
  const day = value?.days.find((each) => each.day === chosen && each.open) ?? firstDay(value?.days ?? [], now)
  // What one's own people have booked is no bar to booking for somebody else.
  const free = (day?.slots ?? []).map((slot) => ({ ...slot, mine: false })).filter((slot) => mayChoose(slot, now))
  return (
    <View>
      {page.problem && <Trouble problem={page.problem} retry={() => void page.refresh()} />}
      {!value && page.loading && <Loading cards={1} />}
      {value && day && (
        <View>
          <View className='field'>
            <View className='field-label'>{words.guestDay}</View>
            <View className='slots-chips' aria-label={words.guestDay} {...spokenAs('radiogroup')}>
              {value.days
                .filter(({ open }) => open)
                .map((each) => (
                  <Chip
                    key={each.day}
                    kind='radio'
                    on={each.day === day.day}
                    onPress={() => onChange({ day: each.day, slots: [] })}
                  >
                    {dayWords(each.day, now)}
                  </Chip>
                ))}
            </View>
          </View>
          <View className='field'>
            <View className='field-label'>{words.guestSlot}</View>
            {free.length === 0 && <View className='soft'>{words.guestNoSlot}</View>}
            <View className='slots-chips' aria-label={words.guestSlot} {...spokenAs('group')}>
              {free.map((slot) => (
                <Chip
                  key={slot.slot}
                  on={slots.includes(slot.slot)}
                  label={slotAria(slot, value.capacity)}
                  onPress={() => onChange({ day: day.day, slots: tapped(slots, slot, day, value.most) })}
                >
                  {`${clockWords(slot.startsAt)} ${slotWords(slot, value.capacity)}`}
                </Chip>
              ))}
            </View>
          </View>
        </View>
      )}
    </View>
  )
}
