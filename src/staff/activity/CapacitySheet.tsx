import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { type RosterPage, setCapacityInput } from '../../domain/activity'
import { rosterWords } from '../../text/roster-words'
import { NumberField } from './NumberField'
import { ReasonChoice } from './ReasonChoice'
import { isReason } from './reason'

interface CapacitySheetProps {
  page: RosterPage
  onClose(): void
  onDone(): Promise<void>
}

const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))
const isCount = (text: string): boolean => v.is(setCapacityInput.entries.capacity, numberOf(text))

/** More or fewer seats and places to wait, and why. Nobody who sits loses their seat by it. */
export function CapacitySheet({ page, onClose, onDone }: CapacitySheetProps) {
  const [seats, setSeats] = useState(String(page.seats.capacity))
  const [places, setPlaces] = useState(String(page.waitCapacity))
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState(false)
  const act = useAction((intent, input: { capacity: number; waitCapacity: number; reason: string }) =>
    call.activity.setCapacity({ intent, activity: page.activity.id, ...input }),
  )
  const save = async () => {
    setShown(true)
    if (!isCount(seats) || !isCount(places) || !isReason(reason)) return
    const input = { capacity: numberOf(seats), waitCapacity: numberOf(places), reason: reason.trim() }
    if (!(await act.run(input)).ok) return
    void Taro.showToast({ title: rosterWords.done, icon: 'none' })
    await onDone()
  }
  const wrong = (text: string) => (shown && !isCount(text) ? rosterWords.countWrong : null)

  return (
    <Sheet title={rosterWords.capacity} onClose={onClose}>
      <NumberField label={rosterWords.seats} value={seats} error={wrong(seats)} onChange={setSeats} />
      <NumberField label={rosterWords.waitPlaces} value={places} error={wrong(places)} onChange={setPlaces} />
      <View className='soft roster-confirm'>{rosterWords.capacityHint}</View>
      <ReasonChoice
        deed='capacity'
        value={reason}
        error={shown && !isReason(reason) ? rosterWords.reasonShort : null}
        onChange={setReason}
      />
      {act.problem && <Trouble problem={act.problem} retry={save} close={act.dismiss} />}
      <Button busy={act.busy} onPress={save}>
        {rosterWords.capacityDo}
      </Button>
    </Sheet>
  )
}
