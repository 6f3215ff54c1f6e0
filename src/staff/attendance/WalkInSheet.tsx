import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Choice } from '../../components/Choice'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { type AgeBand, ageBands } from '../../domain/age'
import type { Desk } from '../../domain/attendance'
import { deskWords } from '../../text/attendance-words'
import { bandWords } from '../../text/bands'

interface WalkInSheetProps {
  desk: Desk
  onClose(): void
  onDone(): Promise<void>
}

/** Someone who had not signed up: how to call them and how old; they sit down where a seat is free. */
export function WalkInSheet({ desk, onClose, onDone }: WalkInSheetProps) {
  const [name, setName] = useState('')
  const [band, setBand] = useState<AgeBand | null>(null)
  const [shown, setShown] = useState(false)
  const act = useAction((intent, input: { name: string; band: AgeBand }) =>
    call.attendance.walkIn({ intent, activity: desk.activity.id, building: null, consent: true, ...input }),
  )
  const go = async () => {
    setShown(true)
    if (name.trim() === '' || !band) return
    const answer = await act.run({ name: name.trim(), band })
    if (!answer.ok) return
    void Taro.showToast({ title: deskWords.walkInDone(name.trim()), icon: 'none' })
    await onDone()
  }
  return (
    <Sheet title={deskWords.walkInTitle} onClose={onClose}>
      <Field
        label={deskWords.walkInName}
        value={name}
        maxLength={12}
        error={shown && name.trim() === '' ? deskWords.nameShort : null}
        onChange={setName}
      />
      <Choice
        label={deskWords.walkInBand}
        columns={3}
        options={ageBands.map((value) => ({ value, label: bandWords(value) }))}
        value={band}
        error={shown && !band ? deskWords.bandMissing : null}
        onChange={(chosen) => setBand(chosen)}
      />
      {act.problem && <Trouble problem={act.problem} retry={go} close={act.dismiss} />}
      <View className='soft'>{deskWords.walkInConsent}</View>
      <Button busy={act.busy} onPress={go}>
        {deskWords.walkInDo}
      </Button>
    </Sheet>
  )
}
