import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Choice } from '../../components/Choice'
import { Field } from '../../components/Field'
import { Loading } from '../../components/Loading'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import type { BoardShift } from '../../domain/shift-page'
import { boardWords as words } from '../../text/volunteer-staff-words'
import { dot } from '../../text/spacing'
import { whyTheyFit } from '../../text/shift-words'

interface PutSheetProps {
  shift: Pick<BoardShift, 'id'>
  onClose(): void
  onDone(): Promise<void>
}

/** Puts somebody on a shift: those who fit it and have the time, best first; they read why, and may still say no. */
export function PutSheet({ shift, onClose, onDone }: PutSheetProps) {
  const [person, setPerson] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState(false)
  const query = useQuery(`shift.could.${shift.id}`, () => call.shift.could({ shift: shift.id }), false)
  const act = useAction((intent, said: { person: string; reason: string }) =>
    call.shift.putOn({ intent, shift: shift.id, ...said }),
  )
  const short = reason.trim().length < 2
  const send = async () => {
    setShown(true)
    if (person === null || short) return
    if (!(await act.run({ person, reason: reason.trim() })).ok) return
    void Taro.showToast({ title: words.putDone, icon: 'none' })
    await onDone()
  }
  const could = query.value
  return (
    <Sheet title={words.put} onClose={onClose}>
      {query.problem && <Trouble problem={query.problem} retry={query.refresh} />}
      {!could && query.loading && <Loading cards={1} />}
      {could?.length === 0 && <View className='soft'>{words.nobody}</View>}
      {could && could.length > 0 && (
        <View>
          <Choice
            label={words.putWhom}
            options={could.map(({ id, name, reasons }) => ({
              value: id,
              label: name,
              note: reasons.map(whyTheyFit).join(dot),
            }))}
            value={person}
            error={shown && person === null ? words.putWhom : null}
            onChange={setPerson}
          />
          <Field
            label={words.putWhy}
            hint={words.putHint}
            value={reason}
            maxLength={60}
            error={shown && short ? words.reasonShort : null}
            onChange={setReason}
          />
          {act.problem && (
            <Trouble problem={act.problem} retry={() => void act.again()} refresh={query.refresh} close={act.dismiss} />
          )}
          <Button busy={act.busy} onPress={send}>
            {words.put}
          </Button>
        </View>
      )}
    </Sheet>
  )
}
