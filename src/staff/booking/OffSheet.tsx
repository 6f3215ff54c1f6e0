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

interface OffSheetProps {
  timetable: DeskTimetable
  onClose(): void
  onDone(): Promise<void>
}

/** One day on which it is closed, and why: whoever booked it reads that; or one that was closed is opened again. */
export function OffSheet({ timetable, onClose, onDone }: OffSheetProps) {
  const [now] = useState(() => Date.now())
  const [at, setAt] = useState<number>()
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState(false)
  const act = useAction((intent, input: { day: number; reason: string }) =>
    call.booking.closeDay({ intent, timetable: timetable.id, ...input }),
  )
  const reopen = useAction((intent, on: number) => call.booking.openDay({ intent, timetable: timetable.id, day: on }))
  const isOff = at !== undefined && timetable.off.includes(at)
  const done = async (answer: { ok: boolean } | undefined, title: string) => {
    if (!answer?.ok) return
    await onDone()
    onClose()
    void Taro.showToast({ title, icon: 'none' })
  }
  const short = reason.trim().length < 2
  const go = async () => {
    setShown(true)
    if (at !== undefined && !short) await done(await act.run({ day: at, reason: reason.trim() }), words.offDone)
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
              {timetable.off.includes(each) ? words.offOn(dayWords(each, now)) : dayWords(each, now)}
            </Chip>
          ))}
      </View>
      {isOff ? (
        <View>
          <View className='soft slots-sheet-text'>{words.openNote}</View>
          {reopen.problem && (
            <Trouble
              problem={reopen.problem}
              retry={async () => done(await reopen.again(), words.openDone)}
              close={reopen.dismiss}
            />
          )}
          <Button busy={reopen.busy} onPress={async () => done(await reopen.run(at), words.openDone)}>
            {words.openDo}
          </Button>
        </View>
      ) : (
        <View>
          <Field
            label={words.reason}
            value={reason}
            maxLength={40}
            error={shown && short ? words.reasonShort : null}
            onChange={setReason}
          />
          <View className='soft slots-sheet-text'>{words.offNote}</View>
          {act.problem && (
            <Trouble
              problem={act.problem}
              retry={async () => done(await act.again(), words.offDone)}
              close={act.dismiss}
            />
          )}
          <Button kind='danger' busy={act.busy} disabled={at === undefined} onPress={go}>
            {words.offDo}
          </Button>
        </View>
      )}
    </Sheet>
  )
}
