import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { DeskBooking } from '../../domain/booking-page'
import { bookingDeskWords as words, whoWords } from '../../text/booking-desk-words'
import { rangeWords } from '../../text/time'

interface DeclineSheetProps {
  booking: DeskBooking
  now: number
  onClose(): void
  onDone(answer: { ok: boolean } | undefined, toast: string): Promise<void>
}

/** A no, with the reason that whoever booked will read. */
export function DeclineSheet({ booking, now, onClose, onDone }: DeclineSheetProps) {
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState(false)
  const { id, timetable, day, title, startsAt, endsAt, state } = booking
  const act = useAction((intent, why: string) =>
    call.booking.decide({ intent, timetable, day, booking: id, approve: false, reason: why }),
  )
  const short = reason.trim().length < 2
  const go = async () => {
    setShown(true)
    if (!short) await onDone(await act.run(reason.trim()), words.declined)
  }
  return (
    <Sheet title={state === 'asked' ? words.declineTitle : words.takeBackTitle} onClose={onClose}>
      <View className='slots-sheet-text'>
        {title}，{whoWords(booking)}，{rangeWords(startsAt, endsAt, now)}
      </View>
      <View className='slots-chips'>
        {words.reasons.map((each) => (
          <Chip key={each} kind='radio' on={each === reason} onPress={() => setReason(each)}>
            {each}
          </Chip>
        ))}
      </View>
      <Field
        label={booking.kept ? words.reasonKept : words.reason}
        value={reason}
        maxLength={40}
        error={shown && short ? words.reasonShort : null}
        onChange={setReason}
      />
      {act.problem && (
        <Trouble
          problem={act.problem}
          retry={async () => onDone(await act.again(), words.declined)}
          close={act.dismiss}
        />
      )}
      <Button kind='danger' busy={act.busy} onPress={go}>
        {words.declineDo}
      </Button>
    </Sheet>
  )
}
