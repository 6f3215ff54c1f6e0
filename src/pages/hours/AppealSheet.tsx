import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { useDisplay } from '../../components/display'
import { Field } from '../../components/Field'
import { Lines } from '../../components/Lines'
import { Sheet } from '../../components/Sheet'
import { Trouble } from '../../components/Trouble'
import { mostMinutes } from '../../domain/hours'
import { hoursWords } from '../../text/service-words'

interface AppealSheetProps {
  service: string
  about: string
  onClose(): void
  onDone(): Promise<void>
}

/** What would be right, and why; what was decided stands until staff have answered. */
export function AppealSheet({ service, about, onClose, onDone }: AppealSheetProps) {
  const { elder } = useDisplay()
  const words = hoursWords(elder)
  const [minutes, setMinutes] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAction((intent, input: { minutes: number; reason: string }) =>
    call.hours.appeal({ intent, service, about, ...input }),
  )
  const number = Number(minutes)
  const wrong = minutes === '' || !Number.isInteger(number) || number < 0 || number > mostMinutes
  const short = reason.trim().length < 2
  const send = async () => {
    setTried(true)
    if (wrong || short) return
    if (!(await act.run({ minutes: number, reason: reason.trim() })).ok) return
    onClose()
    await onDone()
  }
  return (
    <Sheet title={words.appealTitle} onClose={onClose}>
      <Field
        label={words.howLong}
        hint={words.howLongHint}
        digits
        maxLength={3}
        value={minutes}
        error={tried && wrong ? words.howLongWrong : null}
        onChange={setMinutes}
      />
      <Lines
        label={words.appealWhy}
        hint={words.appealWhyHint}
        maxLength={100}
        value={reason}
        error={tried && short ? words.short : null}
        onChange={setReason}
      />
      <View className='soft hours-note'>{words.appealNote}</View>
      {act.problem && <Trouble problem={act.problem} retry={() => void act.again()} close={act.dismiss} />}
      <Button busy={act.busy} onPress={send}>
        {words.appealSend}
      </Button>
    </Sheet>
  )
}
