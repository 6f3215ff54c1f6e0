import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Field } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { volunteerWords } from '../../text/volunteer-words'

interface HandOnSheetProps {
  shift: string
  party: string
  onClose(): void
  onDone(toast: string): Promise<void>
}

/** Whom one's seat is offered to: somebody by name, or whoever comes. */
export function HandOnSheet({ shift, party, onClose, onDone }: HandOnSheetProps) {
  const { elder } = useDisplay()
  const words = volunteerWords(elder)
  const [name, setName] = useState('')
  const act = useAction((intent, to: string | null) => call.shift.handOn({ intent, shift, party, name: to }))
  const send = async (to: string | null) => {
    const answer = await act.run(to)
    if (answer.ok) await onDone(answer.value === null ? words.freed : to === null ? words.offered : words.sent)
  }
  return (
    <Sheet title={words.handOn} onClose={onClose}>
      <Field label={words.toNameLabel} hint={words.toNameHint} value={name} maxLength={12} onChange={setName} />
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
      <View className='serve-deeds'>
        <Button busy={act.busy} disabled={name.trim() === ''} onPress={() => send(name.trim())}>
          {words.send}
        </Button>
        <Button kind='plain' busy={act.busy} onPress={() => send(null)}>
          {words.toAnyone}
        </Button>
      </View>
    </Sheet>
  )
}
