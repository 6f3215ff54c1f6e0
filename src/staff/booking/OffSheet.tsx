import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { DeskTimetable } from '../../domain/booking-page'
import { day, startOfDay } from '../../domain/day'
import { daysAhead } from '../../domain/timetable'
import { bookingDeskWords as words } from '../../text/booking-desk-words'
import { dayWords } from '../../text/time'

/** One day on which it is closed, and why: whoever booked it reads that. */
export function OffSheet({ timetable, onClose }: { timetable: DeskTimetable; onClose(): void }) {
  const [now] = useState(() => Date.now())
  const [at, setAt] = useState<number>()
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState(false)
  const act = useAction((intent, input: { day: number; reason: string }) =>
    call.booking.closeDay({ intent, timetable: timetable.id, ...input }),
  )
  const done = (answer: { ok: boolean } | undefined) => {
    if (!answer?.ok) return
    onClose()
    void Taro.showToast({ title: words.offDone, icon: 'none' })
  }
  const short = reason.trim().length < 2
  const go = async () => {
    setShown(true)
    if (at !== undefined && !short) done(await act.run({ day: at, reason: reason.trim() }))
  }
  const days = Array.from({ length: daysAhead }, (_, n) => startOfDay(now) + n * day)
  return (
    <Sheet title={words.offTitle} onClose={onClose}>
      <View className='slots-sheet-text'>{timetable.title}</View>
      <View className='slots-chips'>
        {days
          .filter((each) => timetable.weekdays.includes(new Date(each + 8 * 60 * 60 * 1000).getUTCDay()))
          .map((each) => (
            <Chip key={each} kind='radio' on={each === at} onPress={() => setAt(each)}>
              {dayWords(each, now)}
            </Chip>
          ))}
      </View>
      <Field
        label={words.reason}
        value={reason}
        maxLength={40}
        error={shown && short ? words.reasonShort : null}
        onChange={setReason}
      />
      <View className='soft slots-sheet-text'>{words.offNote}</View>
      {act.problem && <Trouble problem={act.problem} retry={async () => done(await act.again())} close={act.dismiss} />}
      <Button kind='danger' busy={act.busy} disabled={at === undefined} onPress={go}>
        {words.offDo}
      </Button>
    </Sheet>
  )
}
