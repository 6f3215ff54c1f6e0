import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import { minute } from '../../domain/day'
import { atShift, mostMinutes } from '../../domain/hours'
import type { MissedRow } from '../../domain/hours-page'
import { clockText, dateText, momentOf } from '../../text/moment-words'
import { hoursDeskWords as words, hoursWords } from '../../text/service-words'
import { rangeWords } from '../../text/time'

interface LateSheetProps {
  row: MissedRow
  onClose(): void
  onDone(): Promise<void>
}

/** From when, how long, and why only now: the planned time stands there, to be put right. */
export function LateSheet({ row, onClose, onDone }: LateSheetProps) {
  const now = useNow()
  const [clock, setClock] = useState(clockText(row.startsAt))
  const [minutes, setMinutes] = useState(String(Math.round((row.endsAt - row.startsAt) / minute)))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAction((intent, input: { from: number; minutes: number; reason: string }) =>
    call.hours.enter({ intent, shift: row.shift, person: row.person, ...input }),
  )
  const said = momentOf(dateText(row.startsAt), clock)
  const from = said === null ? null : atShift(row, said)
  const number = Number(minutes)
  const wrong = minutes === '' || !Number.isInteger(number) || number < 1 || number > mostMinutes
  const short = reason.trim().length < 2
  const send = async () => {
    setTried(true)
    if (from === null || wrong || short) return
    if (!(await act.run({ from, minutes: number, reason: reason.trim() })).ok) return
    onClose()
    await onDone()
  }
  return (
    <Sheet title={words.late} onClose={onClose}>
      <View className='hours-desk-name'>{row.name}</View>
      <View className='soft hours-desk-lead'>{`${row.title}，${rangeWords(row.startsAt, row.endsAt, now)}`}</View>
      <Field
        label={words.lateFrom}
        hint={words.lateFromHint}
        maxLength={5}
        value={clock}
        error={tried && from === null ? words.lateFromWrong : null}
        onChange={setClock}
      />
      <Field
        label={words.lateMinutes}
        digits
        maxLength={3}
        value={minutes}
        error={tried && wrong ? hoursWords(false).howLongWrong : null}
        onChange={setMinutes}
      />
      <Field
        label={words.lateWhy}
        hint={words.lateWhyHint}
        maxLength={100}
        value={reason}
        error={tried && short ? hoursWords(false).short : null}
        onChange={setReason}
      />
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
      <Button busy={act.busy} onPress={send}>
        {words.late}
      </Button>
    </Sheet>
  )
}
