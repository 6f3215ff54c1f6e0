import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { BoardShift } from '../../domain/shift-page'
import { boardWords as words } from '../../text/volunteer-staff-words'

interface CountSheetProps {
  shift: BoardShift
  onClose(): void
  onDone(): Promise<void>
}

const numberOf = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null)
const most = 200

/** More or fewer people, and places to stand by. Nobody who is on it is taken off by it. */
export function CountSheet({ shift, onClose, onDone }: CountSheetProps) {
  const [people, setPeople] = useState(String(shift.capacity))
  const [places, setPlaces] = useState(String(shift.standby))
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState(false)
  const act = useAction((intent, said: { count: number; standby: number; reason: string }) =>
    call.shift.setCount({ intent, shift: shift.id, ...said }),
  )
  const [count, standby] = [numberOf(people), numberOf(places)]
  const wrong = (value: number | null) => (shown && (value === null || value > most) ? words.countWrong : null)
  const short = reason.trim().length < 2
  const save = async () => {
    setShown(true)
    if (count === null || standby === null || count > most || standby > most || short) return
    if ((await act.run({ count, standby, reason: reason.trim() })).ok) await onDone()
  }
  return (
    <Sheet title={words.count} onClose={onClose}>
      <Field digits label={words.people} value={people} maxLength={3} error={wrong(count)} onChange={setPeople} />
      <Field digits label={words.standby} value={places} maxLength={3} error={wrong(standby)} onChange={setPlaces} />
      <Field
        label={words.reason}
        value={reason}
        maxLength={60}
        error={shown && short ? words.reasonShort : null}
        onChange={setReason}
      />
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
      <Button busy={act.busy} onPress={save}>
        {words.count}
      </Button>
    </Sheet>
  )
}
